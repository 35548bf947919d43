import { describe, expect, test } from 'vitest'
import { parseExportArguments } from '../../../scripts/content/export-arguments.ts'
import { parseImportArguments } from '../../../scripts/content/import-arguments.ts'

describe('content:export', () => {
  const nothing = {
    ...{ file: 'f', dataset: undefined, data: '.data', types: undefined },
    ...{ drafts: true, assets: true, overwrite: false },
  }
  test.each([
    [['f'], {}],
    [['f', '--no-drafts', '--no-assets'], { drafts: false, assets: false }],
    [['f', '--drafts'], { drafts: true }],
    [['f', '--types', 'a,b', '--types', 'c'], { types: ['a', 'b', 'c'] }],
    [['--overwrite', '--dataset', 'd', '--data', 'x', 'f'], { overwrite: true, dataset: 'd', data: 'x' }],
  ])('%j', (args, said) => {
    expect(parseExportArguments(args)).toEqual({ ...nothing, ...said })
  })
  test.each([
    [[], 'FILE is missing'],
    [['a', 'b'], 'One FILE at a time'],
    [['f', '--types', 'a,,b'], '--types has an empty name'],
    [['f', '--data='], 'has no value'],
    [['f', '--dataset='], 'has no value'],
    [['f', '--colour'], '--colour'],
  ])('not %j', (args, message) => {
    expect(() => parseExportArguments(args)).toThrow(message)
  })
  test('--help', () => expect(parseExportArguments(['--help'])).toBe('help'))
})

describe('content:import', () => {
  const nothing = { from: 'f', operation: 'create', dataset: undefined, data: '.data', limit: undefined }
  test.each([
    [['f'], {}],
    [['f', '--replace'], { operation: 'createOrReplace' }],
    [['f', '--missing'], { operation: 'createIfNotExists' }],
    [['f', '--dataset', 'd', '--data', 'x'], { dataset: 'd', data: 'x' }],
    [['f', '--unpack-megabytes', '5000'], { limit: 5e9 }],
  ])('%j', (args, said) => {
    expect(parseImportArguments(args)).toEqual({ ...nothing, ...said })
  })
  test.each([
    [[], 'FILE is missing'],
    [['a', 'b'], 'One FILE at a time'],
    [['f', '--replace', '--missing'], 'exclude each other'],
    [['f', '--unpack-megabytes', 'all'], '--unpack-megabytes all is not an amount'],
    [['f', '--unpack-megabytes', '0'], '--unpack-megabytes 0 is not an amount'],
    [['f', '--data='], 'has no value'],
    [['f', '--colour'], '--colour'],
  ])('not %j', (args, message) => {
    expect(() => parseImportArguments(args)).toThrow(message)
  })
  test('--help', () => expect(parseImportArguments(['--help'])).toBe('help'))
})
