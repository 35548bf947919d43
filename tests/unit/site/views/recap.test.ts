import { describe, expect, it } from 'vitest'
import type { RecapView } from '../../../../src/site/views/recap.ts'
import {
  keyedRef,
  ref,
  storedAsset,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedTopic,
  storedVenue,
} from '../../../support/documents.ts'
import { viewAt } from '../../../support/views.ts'

const face = { asset: ref('image-face-400x400-jpg'), alt: 'Ada, laughing' }

/** The page of a recap in a site with two authors, two topics, a pub and whatever else is given. */
const pageOf = (recap: Record<string, unknown>, ...others: object[]): RecapView =>
  viewAt('recap', '/recaps/r/', [
    storedAuthor('ada', { portrait: face, role: 'Host' }),
    storedAuthor('bea'),
    storedTopic('tools'),
    storedTopic('skills'),
    storedVenue('pub'),
    storedAsset('face', 400, 400),
    storedAsset('cover', 2000, 1000),
    storedRecap('r', recap),
    ...others,
  ])

describe('the page of a recap', () => {
  it('leads to the next newer as later, to the next older as earlier', () => {
    const others = ['2026-01', '2026-04', '2026-06', '2026-09'].map((month) =>
      storedRecap(`of-${month}`, { publishedAt: `${month}-01T12:00:00Z` }),
    )
    const { later, earlier } = pageOf({}, ...others)
    expect(later).toEqual({ title: 'Title of of-2026-06', href: '/recaps/of-2026-06/' })
    expect(earlier).toEqual({ title: 'Title of of-2026-04', href: '/recaps/of-2026-04/' })
  })

  it('leads nowhere beyond the newest and the oldest', () => {
    const older = storedRecap('older', { publishedAt: '2026-01-01T12:00:00Z' })
    const newer = storedRecap('newer', { publishedAt: '2026-09-01T12:00:00Z' })
    expect(pageOf({}, older)).toMatchObject({ later: undefined, earlier: { href: '/recaps/older/' } })
    expect(pageOf({}, newer)).toMatchObject({ later: { href: '/recaps/newer/' }, earlier: undefined })
  })

  it('names authors and topics in the order in which the recap does, and introduces each author', () => {
    const page = pageOf({
      authors: [keyedRef('bea'), keyedRef('ada')],
      topics: [keyedRef('tools'), keyedRef('skills')],
    })
    expect(page.authors.map(({ name, href }) => [name, href])).toEqual([
      ['Name of bea', '/authors/bea/'],
      ['Name of ada', '/authors/ada/'],
    ])
    expect(page.profiles).toMatchObject([
      { name: 'Name of bea', role: undefined },
      { name: 'Name of ada', role: 'Host' },
    ])
    expect(page.topics).toEqual([
      { title: 'Topic tools', href: '/topics/tools/' },
      { title: 'Topic skills', href: '/topics/skills/' },
    ])
  })

  it('says which evening it is of, on which day there, and where', () => {
    const evening = storedEvent('e', {
      startsAt: '2026-04-30T23:30:00Z',
      endsAt: '2026-05-01T02:00:00Z',
      timeZone: 'America/New_York',
      venue: ref('pub'),
    })
    expect(pageOf({ event: ref('e') }, evening).evening).toMatchObject({
      title: 'Evening e',
      date: { text: '30 April 2026' },
      place: { name: 'The pub', href: '/venues/pub/' },
    })
    expect(pageOf({}).evening).toBeUndefined()
  })

  it('has the day of publication in the site’s time zone, and the template that was chosen', () => {
    const page = pageOf({ publishedAt: '2026-06-30T23:30:00Z', template: 'interview' })
    expect(page).toMatchObject({
      date: { iso: '2026-06-30T23:30:00.000Z', text: '1 July 2026' },
      template: 'interview',
    })
  })

  it('lists its headings in order', () => {
    const heading = (text: string, style: string) => ({
      _type: 'block',
      style,
      children: [{ _type: 'span', text }],
    })
    expect(pageOf({ body: [heading('Beer', 'h2'), heading('Stout', 'h3')] }).headings).toEqual([
      { level: 2, text: 'Beer', anchor: 'on-beer' },
      { level: 3, text: 'Stout', anchor: 'on-stout' },
    ])
  })

  it('describes its cover, and the portrait where an author is introduced, but not the face beside a name', () => {
    const cover = { asset: ref('image-cover-2000x1000-jpg'), alt: 'A full room', credit: 'Bea' }
    const page = pageOf({ cover })
    expect(page.cover).toMatchObject({ alt: 'A full room', credit: 'Bea' })
    expect(page.profiles[0]?.portrait?.alt).toBe('Ada, laughing')
    expect(page.authors[0]?.portrait).toMatchObject({ alt: '' })
  })

  it('does not describe a cover that was said to be decoration', () => {
    const cover = { asset: ref('image-cover-2000x1000-jpg'), alt: 'Left over', decorative: true }
    expect(pageOf({ cover }).cover).toMatchObject({ alt: '' })
  })

  it('offers at most three others on its topics, never itself', () => {
    const topics = [keyedRef('tools')]
    const others = [1, 2, 3, 4].map((n) =>
      storedRecap(`o${n}`, { topics, publishedAt: `2026-0${n}-01T12:00:00Z` }),
    )
    expect(pageOf({ topics }, ...others).related.map(({ href }) => href)).toEqual([
      '/recaps/o4/',
      '/recaps/o3/',
      '/recaps/o2/',
    ])
  })
})

describe('the ticket for the next evening', () => {
  const ticketFor = (event: Record<string, unknown>, ...others: object[]) =>
    pageOf({}, storedEvent('next', event), ...others).nextEvening

  it('tells everything that there is to know', () => {
    const venue = storedVenue('tavern', {
      address: '1 Example Row\n\nLondon EC1',
      nearestStation: 'Bank',
      accessNotes: 'Step-free.',
    })
    const event = {
      startsAt: '2026-12-10T18:30:00Z',
      venue: ref('tavern'),
      capacityNote: 'Sixty seats.',
      bookingUrl: 'https://book.example/next',
      onlineLink: 'https://call.example/next',
    }
    expect(ticketFor(event, venue)).toEqual({
      title: 'Evening next',
      href: '/events/next/',
      startsAt: {
        iso: '2026-12-10T18:30:00.000Z',
        day: '10',
        month: 'December',
        year: '2026',
        weekday: 'Thursday',
        time: '6.30 pm',
      },
      moved: false,
      venue: {
        name: 'The tavern',
        href: '/venues/tavern/',
        address: '1 Example Row, London EC1',
        station: 'Bank',
        access: 'Step-free.',
      },
      capacityNote: 'Sixty seats.',
      bookingUrl: 'https://book.example/next',
      onlineLink: 'https://call.example/next',
    })
  })

  it.each([
    ['scheduled', false],
    ['moved', true],
  ])('an evening that is %s has moved: %s', (status, moved) => {
    expect(ticketFor({ status })?.moved).toBe(moved)
  })

  it('is for the soonest of several, and none where none is planned', () => {
    const sooner = storedEvent('sooner', { startsAt: '2026-12-01T18:30:00Z', endsAt: '2026-12-01T22:00:00Z' })
    expect(ticketFor({}, sooner)?.title).toBe('Evening sooner')
    expect(ticketFor({ status: 'cancelled' })).toBeUndefined()
  })
})
