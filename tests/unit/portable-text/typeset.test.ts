import { describe, expect, it } from 'vitest'
import type { Span } from '../../../src/portable-text/body.ts'
import { typeset, typesetSpans } from '../../../src/portable-text/typeset.ts'
import { de } from '../../../src/words/de.ts'
import { en } from '../../../src/words/en.ts'
import { randomSource } from '../../support/random.ts'

/** Spaces that do not break are written as underlines here. */
const shown = (text: string) => text.replaceAll('\u00a0', '_')

describe('English', () => {
  it.each([
    // Quotes and apostrophes.
    ['"Same thing," she said.', '“Same thing,” she said.'],
    ["It's Marta's, isn't it?", 'It’s Marta’s, isn’t it?'],
    ["'Same thing', she said.", '‘Same thing’, she said.'],
    ['"He said \'no\' twice," she said.', '“He said ‘no’ twice,” she said.'],
    ['\'He said "no" twice\'', '‘He said “no” twice’'],
    ['("in brackets")', '(“in brackets”)'],
    ['""', '“”'],
    ["the '90s and the 1990's", 'the ’90s and the 1990’s'],
    ["'Tis the season, fish 'n' chips", '’Tis the season, fish ’n’ chips'],
    ["the teams' boards", 'the teams’ boards'],
    ["rock 'em, said 'the board'", 'rock ’em, said ‘the board’'],
    ['6\'2" tall, a 5" screen', '6′2″ tall, a 5″ screen'],
    ['"in 2026"', '“in 2026”'],
    ['“Set already,” and it’s fine', '“Set already,” and it’s fine'],
    ['one"two"', 'one”two”'],
    // Dashes.
    ['one - two', 'one_– two'],
    ['one -- two', 'one_– two'],
    ['one--two', 'one—two'],
    ['one---two', 'one—two'],
    ['one – two', 'one_– two'],
    ['one—two', 'one—two'],
    ['- an item', '- an item'],
    ['well-known, 2026-11-12, 020-7946', 'well-known, 2026-11-12, 020-7946'],
    ['run it with --help', 'run it with --help'],
    ['a ---- b', 'a ---- b'],
    ['at 6 am', 'at 6_am'],
    ['J. R. Ewing', 'J._R. Ewing'],
    // Ellipses.
    ['and then...', 'and then…'],
    ['....', '....'],
    // Spaces that keep together what belongs together.
    ['10 km in 5 min at 3 pm', '10_km in 5_min at 3_pm'],
    ['50 % of 20 million', '50_% of 20_million'],
    ['10 minutes, 5 more', '10 minutes, 5 more'],
    ['No. 5 on p. 12', 'No._5 on p._12'],
    ['No. Not now.', 'No. Not now.'],
    ['Mr Pepys and Dr. Who', 'Mr_Pepys and Dr._Who'],
    ['e. g. this', 'e._g. this'],
    // What is none of this.
    ['https://example.org/a--b---c...d', 'https://example.org/a--b---c...d'],
    ['', ''],
    ['plain words', 'plain words'],
    ['one\ntwo - three', 'one\ntwo_– three'],
  ])('sets %j', (typed, set) => expect(shown(typeset(typed, en.marks))).toBe(set))
})

describe('German', () => {
  it.each([
    ['"Gleich", sagte sie.', '„Gleich“, sagte sie.'],
    ['"Er sagte \'nein\' dazu"', '„Er sagte ‚nein‘ dazu“'],
    ["Wie geht's? So 'ne Frage", 'Wie geht’s? So ’ne Frage'],
    ['eins - zwei', 'eins_– zwei'],
    ['eins---zwei', 'eins_– zwei'],
    ['z. B. um 18 Uhr', 'z._B. um 18_Uhr'],
    ['Nr. 5, S. 12', 'Nr._5, S._12'],
    ['Frau Lind und Dr. Okafor', 'Frau_Lind und Dr._Okafor'],
    ['5 € oder 3 Mio. Euro', '5_€ oder 3_Mio. Euro'],
  ])('sets %j', (typed, set) => expect(shown(typeset(typed, de.marks))).toBe(set))
})

describe('the spans of a block', () => {
  const span = (text: string, ...marks: string[]): Span => ({ _type: 'span', _key: text, text, marks })
  const set = (...spans: Span[]) => typesetSpans(spans, en.marks).map(({ text }) => shown(text))

  it.each<[string, Span[], string[]]>([
    ['a quote around emphasis', [span('"'), span('Never', 'em'), span('"')], ['“', 'Never', '”']],
    ['an apostrophe after emphasis', [span('Marta', 'em'), span("'s")], ['Marta', '’s']],
    ['a dash that begins a span', [span('one', 'strong'), span(' - two')], ['one', '_– two']],
    [
      'code, which stays as it is',
      [span('say "'), span('git -- "a"...', 'code'), span('"...')],
      ['say “', 'git -- "a"...', '”…'],
    ],
    ['code alone', [span("it's", 'code')], ["it's"]],
    ['an ellipsis across two spans', [span('and..'), span('. so', 'em')], ['and…', ' so']],
    ['a number and its unit in two spans', [span('10', 'strong'), span(' km')], ['10', '_km']],
  ])('sets %s', (_, spans, texts) => expect(set(...spans)).toEqual(texts))

  it('are the same object where there is nothing to set', () => {
    const spans = [span('plain'), span(' words', 'em')]
    expect(typesetSpans(spans, en.marks)).toBe(spans)
  })
})

describe.each([
  ['English', en],
  ['German', de],
])('a text in %s', (_, { marks }) => {
  const { beforeNumbers, beforeNames } = marks
  const pieces = [
    ...beforeNumbers,
    ...beforeNames,
    ...'aJÄé1 9.-–—\n'.split(''),
    ...[
      ' ',
      ' ',
      '. ',
      ' - ',
      '--',
      '...',
      '"',
      "'",
      'pub',
      'Pub',
      'km',
      'am',
      '%',
      '$',
      '€',
      'z. B.',
      'J. R. Pub',
    ],
  ]

  it('is set the same, whether or not there is something else in it that has to be', () => {
    const random = randomSource(7)
    for (let round = 0; round < 20_000; round++) {
      const text = `${Array.from({ length: 1 + random.below(6) }, () => random.pick(pieces)).join('')}x`
      expect(typeset(`${text}\n...`, marks)).toBe(`${typeset(text, marks)}\n…`)
    }
  })
})
