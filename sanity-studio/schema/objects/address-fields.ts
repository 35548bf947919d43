import { defineField } from 'sanity'
import { checkSlug, slugify } from '../rules/slug.ts'

/** The last part of a document's address, made from `source` (the name of another field). */
export function slugField(source: 'title' | 'name', group?: string) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    group,
    description: `The last part of the page’s web address. Press Generate to make it from the ${source}. Links to an earlier address stop working when it changes.`,
    options: { source, slugify, maxLength: 80 },
    // One rule: each one brings the Studio's own check for uniqueness, and its message, with it.
    validation: (rule) =>
      rule.custom((slug) => (slug?.current ? checkSlug(slug) : 'Give it an address: press Generate.')),
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
    description: 'Where this was before.',
    hidden: ({ value }) => !Array.isArray(value) || value.length === 0,
  })
}
