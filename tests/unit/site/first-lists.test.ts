import { expect, it } from 'vitest'
import type { Entry } from '../../../src/cms/entry.ts'
import { createFirstLists } from '../../../src/site/first-lists.ts'
import { kindOf, lists, listsOf, listsOfEvening, subjectOf } from '../../../src/site/lists.ts'
import { randomSource } from '../../support/random.ts'

const random = randomSource(5)
const ids = (type: string, most: number) =>
  Array.from({ length: random.below(most) }, () => `${type}${random.below(30)}`)
const day = () =>
  new Date(Date.UTC(2015 + random.below(12), random.below(12), 1 + random.below(28))).toISOString()
const moment = Date.UTC(2025, 5, 1)
const zone = 'Europe/London'

const evenings = Array.from({ length: 200 }, (_, index) => ({
  _id: `e${index}`,
  _type: 'event' as const,
  slug: `e${index}`,
  _createdAt: '',
  startsAt: day(),
  status: 'scheduled' as const,
  venue: ids('venue', 2)[0],
}))
const recaps = Array.from({ length: 500 }, (_, index) => ({
  _id: `r${index}`,
  _type: 'recap' as const,
  slug: `r${index}`,
  _createdAt: '',
  publishedAt: day(),
  // Now and then the same one twice.
  authors: ids('author', 4),
  topics: ids('topic', 6),
  event: random.pick([undefined, `e${random.below(220)}`]),
}))
const entries: Entry[] = [...recaps, ...evenings]

const isOver = ({ startsAt }: { startsAt: string }) => Date.parse(startsAt) + 3 * 36e5 <= moment
const venueOf = (event: string | undefined) => evenings.find(({ _id }) => _id === event)?.venue
const listed = new Map<string, string[]>()
const put = (names: readonly string[], id: string) => {
  for (const name of names) listed.set(name, [...(listed.get(name) ?? []), id])
}
for (const recap of recaps)
  if (Date.parse(recap.publishedAt) <= moment) put(listsOf(recap, venueOf(recap.event), zone), recap._id)
for (const evening of evenings) put(listsOfEvening(evening, isOver(evening)), evening._id)

it('have whatever names them, in the order of time, once', () => {
  expect(listed.size).toBeGreaterThan(200)
  const first = createFirstLists(entries, moment, zone)
  for (const [name, expected] of listed) {
    const list = first.of(name as Parameters<typeof first.of>[0])
    expect(list.map(({ id }) => id).sort()).toEqual(expected.sort())
    expect(list).toEqual(list.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)))
  }
})

it('are empty where nothing stands on them', () => {
  const lists = createFirstLists(entries, moment, zone)
  expect(lists.of('topic nobody')).toEqual([])
  for (const subject of lists.subjects('topic')) expect(lists.of(`topic ${subject}`)).not.toEqual([])
  expect(lists.of('topic nobody')).toEqual([])
  expect(lists.subjects('year')).toContain('2024')
  expect(lists.subjects('year')).not.toContain('2026')
})

it.each([
  [lists.recaps, 'recaps', undefined],
  [lists.year(2026), 'year', '2026'],
  [lists.topic('a b'), 'topic', 'a b'],
  [lists.coming, 'coming', undefined],
  [lists.comingAt('pub'), 'coming at', 'pub'],
] as const)('“%s” is a list of the kind “%s”, about %s', (list, kind, about) => {
  expect([kindOf(list), subjectOf(list)]).toEqual([kind, about])
})
