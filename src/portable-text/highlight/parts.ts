import type { ThemeRegistrationRaw } from 'shiki/core'

/** Names of the parts of code that are told apart, as classes, and what grammars call them. */
const scopes = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'markup.inserted', 'constant.other.symbol'],
  number: ['constant', 'support.constant'],
  keyword: ['keyword', 'storage', 'variable.language', 'markup.deleted', 'entity.name.tag'],
  name: ['entity.name', 'support.function', 'markup.heading', 'meta.diff.header', 'meta.object-literal.key'],
  plain: ['keyword.operator.assignment', 'storage.type.annotation'],
} as const

const names = Object.keys(scopes)

/** A theme that gives each part a colour of its own, which is none: it only stands for the name. */
export const theme: ThemeRegistrationRaw = {
  name: 'parts',
  settings: [
    { settings: { foreground: colourOf(names.length), background: '#ffffff' } },
    ...Object.entries(scopes).map(([name, scope]) => ({
      scope: [...scope],
      settings: { foreground: colourOf(names.indexOf(name)) },
    })),
  ],
}

/** The name that a colour of the theme stands for; undefined for what is of no kind. */
export function partOf(colour: string | undefined): string | undefined {
  const name = names[Number(colour?.slice(1))]
  return name === 'plain' ? undefined : name
}

function colourOf(number: number): string {
  return `#${String(number).padStart(6, '0')}`
}
