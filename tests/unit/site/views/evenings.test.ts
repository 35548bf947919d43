import { describe, expect, it } from 'vitest'
import { paragraph, ref, storedEvent, storedRecap, storedVenue } from '../../../support/documents.ts'
import { viewAt } from '../../../support/views.ts'

/** An evening of two hours on a day of 2026. */
const evening = (id: string, day: string, fields: object = {}) =>
  storedEvent(id, { startsAt: `2026-${day}T18:30:00Z`, endsAt: `2026-${day}T20:30:00Z`, ...fields })

const slugs = (items: readonly { href: string }[] | undefined) => items?.map(({ href }) => href.split('/')[2])

describe('the list of evenings', () => {
  const documents = [
    evening('old', '01-10'),
    evening('next', '12-10', { venue: ref('pub') }),
    evening('later', '12-20', { status: 'cancelled' }),
    evening('newer', '11-19'),
    evening('now', '11-20', { startsAt: '2026-11-20T11:00:00Z', endsAt: '2026-11-20T12:00:01Z' }),
    storedVenue('pub'),
  ]

  it('begins with what is coming, soonest first, also what was cancelled; then what was, newest first', () => {
    const { coming, past } = viewAt('events', '/events/', documents)
    expect(slugs(coming)).toEqual(['now', 'next', 'later'])
    expect(coming?.[1]?.place).toEqual({ name: 'The pub', href: '/venues/pub/' })
    expect(coming?.[2]?.status).toBe('cancelled')
    expect(past.map(({ year, evenings }) => [year, slugs(evenings)])).toEqual([['2026', ['newer', 'old']]])
  })

  it('moves an evening to the others when it is over', () => {
    const { coming, past } = viewAt('events', '/events/', documents, new Date('2026-11-20T12:00:01Z'))
    expect(slugs(coming)).toEqual(['next', 'later'])
    expect(slugs(past[0]?.evenings)).toEqual(['now', 'newer', 'old'])
  })

  it('has pages that stay as they are while evenings come and go', () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      storedEvent(`e${index}`, {
        startsAt: new Date(Date.UTC(2020, 0, index + 1)).toISOString(),
        endsAt: undefined,
      }),
    )
    const oldest = viewAt('events', '/events/page/1/', many)
    expect(oldest.coming).toBeUndefined()
    expect(oldest.past.flatMap(({ evenings }) => evenings)).toHaveLength(100)
    expect(viewAt('events', '/events/page/1/', [...many, ...documents])).toEqual(oldest)
    expect(viewAt('events', '/events/', many).pager.earlier).toBe('/events/page/1/')
  })

  it('is empty where there is nothing', () => {
    expect(viewAt('events', '/events/', [])).toMatchObject({ coming: [], past: [] })
  })
})

describe('an evening', () => {
  const documents = [
    storedVenue('pub', { location: { lat: 51.5, lng: -0.1 } }),
    evening('before', '11-01'),
    evening('quiz', '12-10', {
      venue: ref('pub'),
      description: [paragraph('Bring a pen.'), paragraph('Two pens.')],
      bookingUrl: 'https://book.example/',
    }),
    evening('after', '12-24'),
    storedRecap('r', { event: ref('quiz') }),
    storedRecap('other', { event: ref('before') }),
  ]
  const at = (path: string, more: object[] = [], now?: Date) =>
    viewAt('event', path, [...documents, ...more], now)

  it('says when, where, what, and what was written about it', () => {
    const view = at('/events/quiz/')
    expect(view).toMatchObject({
      title: 'Evening quiz',
      isOver: false,
      startsAt: { day: '10', month: 'December', time: '6.30 pm' },
      endsAt: { text: '8.30 pm', day: undefined },
      timeZone: undefined,
      venue: {
        name: 'The pub',
        address: ['1 Example Row', 'London EC1'],
        map: expect.stringContaining('51.5'),
      },
      earlier: { title: 'Evening before', href: '/events/before/' },
      later: { title: 'Evening after', href: '/events/after/' },
    })
    expect(slugs(view.recaps)).toEqual(['r'])
    expect(view.frame).toMatchObject({
      title: 'Evening quiz, 10 December 2026 · blog.example',
      description: 'Bring a pen.',
      crumbs: [
        { label: 'Home', href: '/' },
        { label: 'Events', href: '/events/' },
        { label: 'Evening quiz', href: undefined },
      ],
    })
  })

  it('is over at its end', () => {
    expect(at('/events/quiz/', [], new Date('2026-12-10T20:30:00Z')).isOver).toBe(true)
  })

  it('names its time zone where that is not the site’s, and the day of its end where that is another', () => {
    const night = storedEvent('night', {
      startsAt: '2026-12-31T22:00:00Z',
      endsAt: '2027-01-01T02:00:00Z',
      timeZone: 'Europe/Berlin',
    })
    expect(at('/events/night/', [night])).toMatchObject({
      timeZone: 'Europe/Berlin',
      startsAt: { day: '31', time: '11 pm' },
      endsAt: { text: '3 am', day: '1 January 2027' },
    })
  })

  it.each([
    ['scheduled', 'EventScheduled'],
    ['moved', 'EventRescheduled'],
    ['cancelled', 'EventCancelled'],
  ])('is told to search engines: %s', (status, word) => {
    const view = at('/events/e/', [evening('e', '12-11', { status, venue: ref('pub') })])
    expect(view.frame.structuredData[0]).toMatchObject({
      '@type': 'Event',
      eventStatus: `https://schema.org/${word}`,
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'The pub', geo: { latitude: 51.5 } }],
    })
  })
})

describe('a place', () => {
  const documents = [
    storedVenue('pub'),
    storedVenue('bar'),
    evening('next', '12-10', { venue: ref('pub') }),
    evening('was', '11-01', { venue: ref('pub') }),
    evening('elsewhere', '11-02', { venue: ref('bar') }),
    storedRecap('r', { event: ref('was') }),
    storedRecap('other', { event: ref('elsewhere') }),
    storedRecap('nowhere'),
  ]

  it('has what is coming there and what was written about its evenings', () => {
    const view = viewAt('venue', '/venues/pub/', documents)
    expect(slugs(view.coming)).toEqual(['next'])
    expect(slugs(view.cards)).toEqual(['r'])
  })

  it('has pages where there is much', () => {
    const recaps = Array.from({ length: 30 }, (_, index) =>
      storedRecap(`r${index}`, {
        event: ref('was'),
        publishedAt: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
      }),
    )
    const head = viewAt('venue', '/venues/pub/', [...documents, ...recaps])
    expect(head.pager.earlier).toBe('/venues/pub/page/1/')
    expect(viewAt('venue', '/venues/pub/page/1/', [...documents, ...recaps])).toMatchObject({
      page: 1,
      coming: [],
      cards: { length: 12 },
    })
  })

  it('stands with the others in the order of their names', () => {
    expect(slugs(viewAt('venues', '/venues/', documents).venues)).toEqual(['bar', 'pub'])
  })
})
