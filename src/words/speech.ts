import type { Language } from '../cms/schemas/language.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { Words } from './words.ts'

const speeches: Record<Language, Words> = { 'en-GB': en, 'en-US': en, de }

/** What the interface says in a language. */
export function wordsIn(language: Language): Words {
  return speeches[language]
}

/** The same for a language that a page is in, as its `lang` says. */
export function wordsFor(lang: string): Words {
  return new Map<string, Words>(Object.entries(speeches)).get(lang) ?? en
}
