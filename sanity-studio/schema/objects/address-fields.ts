import { defineField } from 'sanity'
import { checkSlug, slugify } from '../rules/slug.ts'

/** The last part of a document's address, made from `source` (the name of another field). */
export function slugField(source: 'title' | 'name', group?: string) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    group,
    description: `The last part of the page’s web address. Press Generate to make it from the ${source}.`,
    options: { source, slugify, maxLength: 80 },
    validation: (rule) => [
      rule.required().error('Give it an address: press Generate.'),
      rule.custom(checkSlug),
    ],
  })
}

/** Earlier addresses, which redirect to the present one. */
export function previousPathsField(group?: string) {
  return defineField({
    name: 'previousPaths',
    title: 'Earlier addresses',
    type: 'array',
    of: [{ type: 'string' }],
    group,
    readOnly: true,
    description: 'They lead here by themselves; there is nothing to do.',
    hidden: ({ value }) => !Array.isArray(value) || value.length === 0,
  })
}
