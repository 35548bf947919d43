import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseWriteArguments, usage } from '../../../scripts/build/arguments.ts'

describe('options of build and press', () => {
  it('are the usual ones where none are given', () => {
    expect(parseWriteArguments([])).toEqual({
      out: resolve('dist'),
      data: resolve('.data'),
      sample: false,
      strict: false,
      acceptShrink: false,
      fromMirror: false,
      explain: false,
    })
  })

  it('are understood', () => {
    const args = ['--out', 'a', '--data', 'b', '--strict', '--accept-shrink', '--from-mirror', '--explain']
    expect(parseWriteArguments(args)).toEqual({
      out: resolve('a'),
      data: resolve('b'),
      sample: false,
      strict: true,
      acceptShrink: true,
      fromMirror: true,
      explain: true,
    })
    expect(parseWriteArguments(['--help'])).toBe('help')
  })

  it.each([
    [['--stritc'], '--stritc'],
    [['--out'], '--out'],
    [['--out', ''], 'has no value'],
    [['somewhere'], 'somewhere'],
    [['--sample', '--from-mirror'], 'exclude each other'],
  ])('%j are refused, with the usage', (args, message) => {
    expect(() => parseWriteArguments(args)).toThrow(
      expect.objectContaining({ hint: usage, message: expect.stringContaining(message) }),
    )
  })
})
