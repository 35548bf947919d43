import { describe, expect, test } from 'vitest'
import { repliesHaveClosed } from '../../../sanity-studio/actions/replies-closed.ts'
import { type WaitingReply, withoutPublished } from '../../../sanity-studio/replies/waiting.ts'

const reply = (id: string): WaitingReply => ({
  id,
  name: 'Anna',
  text: 'Yes.',
  submittedAt: '2026-11-01T10:00:00Z',
  recap: { id: 'r', title: 'Risk' },
  before: null,
  answerable: true,
})

test('a draft waits unless it is an organiser’s change to a reply on the site', () => {
  const drafts = [reply('drafts.new'), reply('drafts.changed')]
  expect(withoutPublished({ drafts, published: ['changed'] })).toEqual([reply('new')])
})

describe('replies are closed', () => {
  const recap = { publishedAt: '2026-11-01T12:00:00Z' }
  test.each([
    ['by hand', { ...recap, repliesOpen: false }, null, true],
    ['never, without settings', recap, null, false],
    ['never, where the settings say 0', recap, { repliesCloseAfterDays: 0 }, false],
    ['not yet on the last day', recap, { repliesCloseAfterDays: 20 }, false],
    ['after the last day', recap, { repliesCloseAfterDays: 19 }, true],
    ['not without a date', {}, { repliesCloseAfterDays: 1 }, false],
  ])('%s', (_, document, settings, isClosed) => {
    expect(repliesHaveClosed(document, settings, new Date('2026-11-21T11:59:00Z'))).toBe(isClosed)
  })
})
