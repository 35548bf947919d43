/** What a template in `content/templates` may use, by name; explained in the README beside them. */
export const templateComponents = [
  'Authors',
  'Body',
  'Contents',
  'Cover',
  'Masthead',
  'NextEvening',
  'Topics',
] as const

export type TemplateComponent = (typeof templateComponents)[number]
