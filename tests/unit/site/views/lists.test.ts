import { describe, expect, it } from 'vitest'
import {
  keyedRef,
  ref,
  storedAsset,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedTopic,
  storedVenue,
} from '../../../support/documents.ts'
import { viewAt } from '../../../support/views.ts'

/** So many recaps, r1 the oldest, a day between each and the next. */
const recaps = (count: number, fields: object = {}) =>
  Array.from({ length: count }, (_, index) =>
    storedRecap(`r${index + 1}`, {
      publishedAt: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
      ...fields,
    }),
  )

const numbered = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => `/recaps/r${from - index}/`)
const hrefs = (items: readonly { href: string }[]) => items.map(({ href }) => href)

describe('home', () => {
  it('leads with the newest, and shows the six before it, newest first', () => {
    const { lead, earlier, recapCount } = viewAt('home', '/', recaps(9))
    expect(lead).toMatchObject({ href: '/recaps/r9/', minutes: 1 })
    expect(hrefs(earlier)).toEqual(numbered(8, 3))
    expect(recapCount).toBe(9)
  })

  it('has neither lead nor evening where there is nothing yet', () => {
    expect(viewAt('home', '/', [])).toMatchObject({
      lead: undefined,
      earlier: [],
      recapCount: 0,
      nextEvening: undefined,
      topics: [],
    })
  })

  it('tells the next evening, and topics that were written about, most of all first', () => {
    const documents = [
      ...['beer', 'tools', 'unused'].map((id) => storedTopic(id)),
      storedEvent('next'),
      storedRecap('a', { topics: [keyedRef('tools')] }),
      storedRecap('b', { topics: [keyedRef('tools'), keyedRef('beer')] }),
    ]
    const { nextEvening, topics } = viewAt('home', '/', documents)
    expect(nextEvening?.title).toBe('Evening next')
    expect(topics).toEqual([
      { title: 'Topic tools', href: '/topics/tools/', count: 2 },
      { title: 'Topic beer', href: '/topics/beer/', count: 1 },
    ])
  })
})

describe('topics at home', () => {
  const documents = [
    ...['beer', 'careers', 'tools', 'unused'].map((id) => storedTopic(id)),
    storedRecap('a', { topics: [keyedRef('tools'), keyedRef('careers'), keyedRef('beer')] }),
    storedRecap('b', { topics: [keyedRef('tools')] }),
  ]
  const shown = (topics: string[]) =>
    viewAt('home', '/', [...documents, storedSettings({ topics: topics.map(keyedRef) })]).topics.map(
      ({ title }) => title,
    )

  it.each([
    ['the settings name none', [], ['tools', 'beer', 'careers']],
    ['the settings name some', ['careers', 'beer'], ['careers', 'beer', 'tools']],
    ['one that nothing was written about', ['unused', 'careers'], ['careers', 'tools', 'beer']],
    ['one that is gone, and one twice', ['gone', 'beer', 'beer'], ['beer', 'tools', 'careers']],
  ])('stand as organisers have put them, then the most written about: %s', (_, chosen, expected) => {
    expect(shown(chosen)).toEqual(expected.map((id) => `Topic ${id}`))
  })
})

describe('archive', () => {
  const site = recaps(38)

  it.each([
    ['/recaps/', numbered(38, 25), undefined, '/recaps/page/2/', 38],
    ['/recaps/page/2/', numbered(24, 13), '/recaps/', '/recaps/page/1/', 0],
    ['/recaps/page/1/', numbered(12, 1), '/recaps/page/2/', undefined, 0],
  ])('%s shows its share and leads to the pages beside it', (path, shown, later, earlier, recapCount) => {
    const page = viewAt('archive', path, site)
    expect(hrefs(page.cards)).toEqual(shown)
    expect(page).toMatchObject({ pager: { later, earlier }, recapCount })
  })

  it('names its pages', () => {
    expect(viewAt('archive', '/recaps/', site).heading).toBe('Recaps')
    expect(viewAt('archive', '/recaps/page/2/', site).heading).toBe('Recaps, page 2')
  })
})

describe('a card', () => {
  const picture = (name: string) => ({
    asset: ref(`image-${name}-1600x900-jpg`),
    alt: `A ${name}`,
    caption: 'At ten',
    credit: 'Bea',
  })
  const documents = [
    storedAuthor('ada', { portrait: picture('face') }),
    storedAuthor('bea'),
    storedVenue('pub'),
    storedEvent('past', { startsAt: '2026-01-08T18:30:00Z', endsAt: undefined, venue: ref('pub') }),
    storedAsset('face'),
    storedAsset('cover'),
    storedRecap('r', {
      event: ref('past'),
      cover: picture('cover'),
      authors: [keyedRef('bea'), keyedRef('ada')],
    }),
  ]
  const decoration = { alt: '', caption: undefined, credit: undefined }

  it('says where, when and by whom, in the order in which the recap names them', () => {
    const [card] = viewAt('archive', '/recaps/', documents).cards
    expect(card).toMatchObject({
      title: 'Title of r',
      href: '/recaps/r/',
      standfirst: 'What r was about.',
      place: 'The pub',
      date: { iso: '2026-05-01T12:00:00.000Z', text: '1 May 2026' },
      authors: [{ name: 'Name of bea' }, { name: 'Name of ada' }],
    })
  })

  it('has pictures as decoration only, since its words say it already', () => {
    const [card] = viewAt('archive', '/recaps/', documents).cards
    const { lead } = viewAt('home', '/', documents)
    for (const shown of [card, lead]) {
      expect(shown?.cover).toMatchObject(decoration)
      expect(shown?.cover?.src).toContain('/images/cover-1600x900-jpg/')
      expect(shown?.authors[1]?.portrait).toMatchObject(decoration)
    }
  })
})

describe('other lists', () => {
  const documents = [
    storedAuthor('zoe', { name: 'Anna' }),
    storedAuthor('ada', { name: 'Zed' }),
    storedTopic('tools', { title: 'Axes', description: 'To fell trees.' }),
    storedTopic('beer', { title: 'Beer' }),
    ...recaps(5, { authors: [keyedRef('ada')], topics: [keyedRef('tools')] }),
  ]

  it('search leads to the recaps of every year, newest first, for readers without scripts', () => {
    const newYear = storedRecap('eve', { publishedAt: '2024-12-31T23:59:59Z' })
    const { years } = viewAt('search', '/search/', [...recaps(40), newYear])
    expect(years).toEqual([
      { year: 2026, href: '/recaps/2026/' },
      { year: 2024, href: '/recaps/2024/' },
    ])
    const { heading, recaps: lines } = viewAt('year', '/recaps/2026/', [...recaps(40), newYear])
    expect(heading).toBe('Recaps of 2026')
    expect(hrefs(lines)).toEqual(numbered(40, 1))
    expect(lines[0]).toMatchObject({ title: 'Title of r40', date: { text: '9 February 2026' } })
  })

  it.each<['author' | 'topic', string]>([
    ['author', '/authors/ada/'],
    ['topic', '/topics/tools/'],
  ])('the list of an %s with many recaps has several pages', (kind, path) => {
    const many = recaps(26, { topics: [keyedRef('tools')] })
    const documents = [storedAuthor('ada'), storedTopic('tools'), ...many]
    const head = viewAt(kind, path, documents)
    expect(hrefs(head.cards)).toEqual(numbered(26, 13))
    expect(head.pager).toEqual({ later: undefined, earlier: `${path}page/1/` })
    const first = viewAt(kind, `${path}page/1/`, documents)
    expect(hrefs(first.cards)).toEqual(numbered(12, 1))
    expect(first.pager).toEqual({ later: path, earlier: undefined })
  })

  it('people are in the order of their names', () => {
    expect(viewAt('authors', '/authors/', documents).profiles).toMatchObject([
      { name: 'Anna', href: '/authors/zoe/' },
      { name: 'Zed', href: '/authors/ada/' },
    ])
  })

  it('an author’s and a topic’s page have their recaps only, newest first', () => {
    expect(hrefs(viewAt('author', '/authors/ada/', documents).cards)).toEqual(numbered(5, 1))
    expect(viewAt('author', '/authors/zoe/', documents).cards).toEqual([])
    const topic = viewAt('topic', '/topics/tools/', documents)
    expect(topic).toMatchObject({ title: 'Axes', description: 'To fell trees.' })
    expect(hrefs(topic.cards)).toEqual(numbered(5, 1))
    expect(viewAt('topic', '/topics/beer/', documents).cards).toEqual([])
  })

  it('topics are in the order of their titles, also those that nobody has written about', () => {
    expect(viewAt('topics', '/topics/', documents).topics).toEqual([
      { title: 'Axes', href: '/topics/tools/', description: 'To fell trees.' },
      { title: 'Beer', href: '/topics/beer/', description: undefined },
    ])
  })
})
