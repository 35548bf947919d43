import { ConcreteRuleClass, defineField } from 'sanity'
import { checkSlug, slugify } from '../rules/slug.ts'

const noAddress = 'Give it an address: press Generate.'

/**
 * Tells whoever reads the schema that there has to be an address, and checks nothing: of a field that says so while it
 * is checked, Sanity checks the text inside as well, and an empty one would be complained about twice.
 */
const needed = () =>
  Object.assign(new ConcreteRuleClass().required(), { isRequired: () => false, validate: async () => [] })

/** The last part of a document's address, made from `source` (the name of another field). */
export function slugField(source: 'title' | 'name', group?: string) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    group,
    description: `The last part of the page’s web address. Press Generate to make it from the ${source}. Once it is published, a change leaves a redirect at the earlier address.`,
    options: { source, slugify, maxLength: 80 },
    validation: (rule) => [needed(), rule.custom((slug) => (slug ? checkSlug(slug) : noAddress))],
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
