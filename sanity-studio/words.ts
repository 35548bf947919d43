import { defineLocaleResourceBundle } from 'sanity'

/** Where Sanity's own words are not those of organisers. */
export const words = [
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'validation',
    resources: {
      'slug.not-unique': 'Another page has this address already. Change a word of it.',
      'slug.missing-current': 'Give it an address: press Generate.',
      'generic.required': 'Something belongs here.',
    },
  }),
]
