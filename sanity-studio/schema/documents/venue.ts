import { PinIcon } from '@sanity/icons/Pin'
import { defineField, defineType } from 'sanity'
import { slugField } from '../objects/address-fields.ts'
import { imageField } from '../objects/image-field.ts'
import { byName } from '../orderings.ts'

export const venue = defineType({
  name: 'venue',
  title: 'Place',
  type: 'document',
  icon: PinIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'The name over the door.',
      validation: (rule) => rule.required().error('Write the name of the place.'),
    }),
    slugField('name'),
    defineField({
      name: 'address',
      title: 'Postal address',
      type: 'text',
      rows: 4,
      description: 'Each part on its own line.',
      validation: (rule) => rule.required().error('Write where it is.'),
    }),
    defineField({
      name: 'location',
      title: 'Point on the map',
      type: 'geopoint',
      description: 'Latitude and longitude in degrees, as map services show them.',
    }),
    defineField({
      name: 'website',
      title: 'Website',
      type: 'url',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('Start with https://'),
    }),
    defineField({
      name: 'nearestStation',
      title: 'Nearest station',
      type: 'string',
      description: 'And how far it is, for example “Blackfriars, 4 minutes on foot”.',
    }),
    defineField({
      name: 'accessNotes',
      title: 'Getting in',
      type: 'text',
      rows: 3,
      description: 'Steps, lifts, toilets, noise: what somebody needs to know before setting out.',
    }),
    imageField({ name: 'photo', title: 'Photo', description: 'How one recognises it from the street.' }),
  ],
  orderings: [byName],
  preview: { select: { title: 'name', subtitle: 'nearestStation', media: 'photo' } },
})
