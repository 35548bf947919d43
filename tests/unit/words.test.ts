import { expect, it } from 'vitest'
import { languages } from '../../src/cms/schemas/language.ts'
import { de } from '../../src/words/de.ts'
import { en } from '../../src/words/en.ts'
import { wordsIn } from '../../src/words/speech.ts'

/** Every word of a language by its place: what a function says is taken for some arguments. */
function spoken(words: object, place = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]): [string, unknown][] => {
    const at = `${place}${key}`
    if (typeof value === 'function') return [[at, value(['Ada', 'Bea', 'Cy'], 2)]]
    return typeof value === 'object' && value !== null ? spoken(value, `${at}.`) : [[at, value]]
  })
}

it.each(languages)('says something everywhere in %s', (language) => {
  const empty = spoken(wordsIn(language)).filter(([place, word]) => word === '' && !place.endsWith('.0'))
  expect(empty).toEqual([])
})

it('says nothing in English where German is spoken, but for words that are the same', () => {
  const english = new Map(spoken(en))
  const same = spoken(de).filter(
    ([place, word]) => typeof word === 'string' && /\p{L}{3}/u.test(word) && english.get(place) === word,
  )
  expect(same).toEqual([
    ['direction', 'ltr'],
    ['facts.website', 'Website'],
  ])
})

it.each([
  [en, ['', ', ', ' and ']],
  [de, ['', ', ', ' und ']],
])('joins names as people do', (words, between) => expect(words.and(['a', 'b', 'c'])).toEqual(between))
