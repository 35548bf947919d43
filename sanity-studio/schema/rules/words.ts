import type { StringRule } from 'sanity'

/** Asks for a text. Blanks are none: the site would refuse them. */
export function needsWords<R extends StringRule>(rule: R, message: string): StringRule {
  return rule
    .required()
    .custom((text) => !text || /\S/.test(text) || message)
    .error(message)
}
