import { describe, expect, it } from 'vitest'
import { createRemembrance } from '../../../src/site/remembered.ts'

describe('what is remembered of changes', () => {
  it('is which facts have changed since something was made', () => {
    const remembrance = createRemembrance(10)
    const before = remembrance.age()
    remembrance.forget(['years'])
    const between = remembrance.age()
    remembrance.forget(['next evening'])
    expect(remembrance.isTrueSince(before, ['redirects'])).toBe(true)
    expect(remembrance.isTrueSince(before, ['redirects', 'years'])).toBe(false)
    expect(remembrance.isTrueSince(between, ['years'])).toBe(true)
    expect(remembrance.isTrueSince(between, ['next evening'])).toBe(false)
  })

  it('is bounded: after very many, everything counts as changed once', () => {
    const remembrance = createRemembrance(10)
    const before = remembrance.age()
    remembrance.forget(Array.from({ length: 100_001 }, (_, index) => `document ${index}`))
    expect(remembrance.isTrueSince(before, ['years'])).toBe(true)
    remembrance.forget(['next evening'])
    expect(remembrance.isTrueSince(before, ['years'])).toBe(false)
    const after = remembrance.age()
    remembrance.forget(['redirects'])
    expect(remembrance.isTrueSince(after, ['years'])).toBe(true)
  })
})
