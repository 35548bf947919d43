import { PinIcon } from '@sanity/icons/Pin'
import { defineField, defineType } from 'sanity'
import { previousPathsField, slugField } from '../objects/address-fields.ts'
import { imageField } from '../objects/image-field.ts'
import { byName } from '../orderings.ts'
import { line, stateOf } from '../previews/state.ts'
import { checkPoint } from '../rules/point.ts'
import { needsWords } from '../rules/words.ts'

export const venue = defineType({
  name: 'venue',
  title: 'Place',
  type: 'document',
  icon: PinIcon,
  groups: [
    { name: 'where', title: 'Where it is', default: true },
    { name: 'getting', title: 'Getting there and in' },
  ],
  fields: [
    defineField({
      name: 'name',
      group: 'where',
      title: 'Name',
      type: 'string',
      description: 'The name over the door.',
      validation: (rule) => needsWords(rule, 'Write the name of the place.'),
    }),
    slugField('name', 'where'),
    defineField({
      name: 'address',
      group: 'where',
      title: 'Postal address',
      type: 'text',
      rows: 4,
      description: 'Each part on its own line.',
      validation: (rule) => needsWords(rule, 'Write where it is.'),
    }),
    defineField({
      name: 'location',
      group: 'getting',
      title: 'Point on the map',
      type: 'geopoint',
      description: 'Latitude and longitude in degrees, as map services show them.',
      validation: (rule) => rule.custom(checkPoint),
    }),
    defineField({
      name: 'website',
      group: 'getting',
      title: 'Website',
      type: 'url',
      description: 'The page of the place itself, starting with https://',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('Start with https://'),
    }),
    defineField({
      name: 'nearestStation',
      group: 'getting',
      title: 'Nearest station',
      type: 'string',
      description: 'And how far it is, for example “Blackfriars, 4 minutes on foot”.',
    }),
    defineField({
      name: 'accessNotes',
      group: 'getting',
      title: 'Getting in',
      type: 'text',
      rows: 3,
      description: 'Steps, lifts, toilets, noise: what somebody needs to know before setting out.',
    }),
    imageField({
      name: 'photo',
      title: 'Photo',
      description: 'How one recognises it from the street.',
      group: 'where',
    }),
    previousPathsField('where'),
  ],
  orderings: [byName],
  preview: {
    select: { title: 'name', about: 'nearestStation', media: 'photo', original: '_originalId' },
    prepare: ({ title, about, media, original }) => ({
      title,
      subtitle: line(stateOf(original), about),
      media: media ?? PinIcon,
    }),
  },
})
