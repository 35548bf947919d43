import type { ConfigData } from 'html-validate'

/** What pages of the site are held against. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:standard'],
  rules: {
    // The site writes HTML as HTML: void elements and attributes may stand as the standard allows.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'off',
    // A long title is its organiser’s right.
    'long-title': 'off',
    // A region that scrolls must be reachable by keyboard; a details element’s summary is enough of a name.
    'no-implicit-button-type': 'off',
  },
}
