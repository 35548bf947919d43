import { describe, expect, it } from 'vitest'
import {
  keyedRef,
  ref,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedTopic,
  storedVenue,
} from '../../support/documents.ts'
import { snapshotOf, testMoment } from '../../support/snapshots.ts'

const ids = (recaps: readonly { document: { _id: string } }[]) => recaps.map(({ document }) => document._id)

describe('what is public at a moment', () => {
  it('shows recaps newest first, and none that is dated later', () => {
    const snapshot = snapshotOf([
      storedRecap('old', { publishedAt: '2025-01-01T00:00:00Z' }),
      storedRecap('scheduled', { publishedAt: '2026-11-20T12:00:01Z' }),
      storedRecap('now', { publishedAt: '2026-11-20T12:00:00Z' }),
      storedRecap('new', { publishedAt: '2026-11-01T00:00:00Z' }),
    ])
    expect(ids(snapshot.recaps)).toEqual(['now', 'new', 'old'])
    expect(snapshot.pathById.has('scheduled')).toBe(false)
  })

  it('knows when it will be out of date', () => {
    const scheduled = storedRecap('s', { publishedAt: '2026-11-30T08:00:00Z' })
    const event = storedEvent('e', { startsAt: '2026-11-25T18:30:00Z', endsAt: '2026-11-25T22:00:00Z' })
    expect(snapshotOf([scheduled]).validUntil).toEqual(new Date('2026-11-30T08:00:00Z'))
    expect(snapshotOf([scheduled, event]).validUntil).toEqual(new Date('2026-11-25T22:00:00Z'))
    expect(snapshotOf([storedRecap('past')]).validUntil).toBeUndefined()
  })

  it('lists evenings that are still to come or under way, soonest first, without cancelled ones', () => {
    const snapshot = snapshotOf([
      storedEvent('later', { startsAt: '2027-01-14T18:30:00Z', endsAt: undefined }),
      storedEvent('over', { startsAt: '2026-11-19T18:30:00Z', endsAt: '2026-11-19T22:00:00Z' }),
      storedEvent('under-way', { startsAt: '2026-11-20T11:00:00Z', endsAt: undefined }),
      storedEvent('cancelled', { status: 'cancelled' }),
      storedEvent('soon', { status: 'moved', venue: ref('pub') }),
      storedVenue('pub'),
    ])
    expect(ids(snapshot.comingEvenings)).toEqual(['under-way', 'soon', 'later'])
    expect(snapshot.comingEvenings[1]?.venue?.name).toBe('The pub')
  })

  it('is the same whatever the order of the documents', () => {
    const documents = [
      storedSettings(),
      storedAuthor('ada'),
      storedAuthor('bea'),
      storedTopic('tools'),
      ...['a', 'b', 'c', 'd'].map((id) => storedRecap(id, { topics: [keyedRef('tools')] })),
    ]
    const { picture: _, ...forwards } = snapshotOf(documents)
    const { picture: __, ...backwards } = snapshotOf(documents.toReversed())
    expect(backwards).toEqual(forwards)
  })
})

describe('joins', () => {
  it('keeps authors in the order in which the recap names them, and leaves out those that are gone', () => {
    const recap = storedRecap('r', { authors: [keyedRef('bea'), keyedRef('gone'), keyedRef('ada')] })
    const snapshot = snapshotOf([recap, storedAuthor('ada'), storedAuthor('bea')])
    expect(snapshot.recaps[0]?.authors.map((author) => author._id)).toEqual(['bea', 'ada'])
    expect(ids(snapshot.recapsByAuthor.get('bea') ?? [])).toEqual(['r'])
  })

  it('gives an address that two documents claim to the older one and says so', () => {
    const snapshot = snapshotOf([
      storedRecap('younger', { slug: { current: 'same' }, _createdAt: '2026-02-01T00:00:00Z' }),
      storedRecap('older', { slug: { current: 'same' } }),
    ])
    expect(ids(snapshot.recaps)).toEqual(['older'])
    expect(snapshot.notices).toEqual([expect.stringContaining('recap younger was left out')])
  })

  it('keeps a public recap where a scheduled one claims its address', () => {
    const snapshot = snapshotOf([
      storedRecap('public', { slug: { current: 'same' }, _createdAt: '2026-02-01T00:00:00Z' }),
      storedRecap('scheduled', { slug: { current: 'same' }, publishedAt: '2027-01-01T00:00:00Z' }),
    ])
    expect(ids(snapshot.recaps)).toEqual(['public'])
  })

  it('takes settings only from the one document that is meant', () => {
    const stray = { ...storedSettings({ title: 'Stray' }), _id: 'another' }
    expect(snapshotOf([stray]).settings).toBeUndefined()
    expect(snapshotOf([stray, storedSettings()]).settings?.title).toBe('The Example')
  })
})

it('takes the moment as given, not from the clock', () => {
  expect(snapshotOf([], testMoment).now).toBe(testMoment)
})
