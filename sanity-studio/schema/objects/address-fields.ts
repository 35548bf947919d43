import { ConcreteRuleClass, defineField } from 'sanity'
import { checkSlug, slugify } from '../rules/slug.ts'

/** Says that there has to be an address, and nothing else: that it is missing the text inside it says (see words.ts). */
const needed = () => Object.assign(new ConcreteRuleClass().required(), { validate: async () => [] })

/** The last part of a document's address, made from `source` (the name of another field). */
export function slugField(source: 'title' | 'name', group?: string) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    group,
    description: `The last part of the page’s web address. Press Generate to make it from the ${source}. Once it is published, a change leaves a redirect at the earlier address.`,
    options: { source, slugify, maxLength: 80 },
    validation: (rule) => [needed(), rule.custom(checkSlug)],
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
