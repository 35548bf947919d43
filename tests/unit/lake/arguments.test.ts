import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../../scripts/lake/arguments.ts'

const nothing = {
  dataDir: '.data',
  port: 4333,
  host: '127.0.0.1',
  allowedOrigins: [],
  datasets: [],
  history: {},
  import: undefined,
  json: false,
}

describe('what can be said', () => {
  test.each([
    [[], {}],
    [['--data', 'd', '--port', '0', '--json'], { dataDir: 'd', port: 0, json: true }],
    [
      ['--allow-origin', 'http://localhost:3333', '--allow-origin', 'http://127.0.0.1:3333'],
      { allowedOrigins: ['http://localhost:3333', 'http://127.0.0.1:3333'] },
    ],
    [['--dataset', 'a', '--dataset', 'b-2'], { datasets: ['a', 'b-2'] }],
    [['--host', '0.0.0.0'], { host: '0.0.0.0' }],
    [
      ['--history-days', '30', '--history-megabytes', '0.5'],
      { history: { maximumAgeDays: 30, maximumMegabytes: 0.5 } },
    ],
    [['--import', 'f'], { import: { from: 'f', operation: undefined } }],
    [['--import', 'f', '--missing'], { import: { from: 'f', operation: 'createIfNotExists' } }],
    [['--import', 'f', '--replace'], { import: { from: 'f', operation: 'createOrReplace' } }],
  ])('%j', (list, said) => {
    expect(parseArguments(list)).toEqual({ ...nothing, ...said })
  })

  test('help', () => {
    expect(parseArguments(['--port', 'x', '--help'])).toBe('help')
  })
})

describe('what cannot', () => {
  test.each([
    [['--data', ''], '--data has no value'],
    [['--host='], '--host has no value'],
    [['--import='], '--import has no value'],
    [['--port', 'http'], '--port http is not a port'],
    [['--port', '70000'], '--port 70000 is not a port'],
    [['--allow-origin', 'localhost'], '--allow-origin localhost is not an address'],
    [['--dataset', 'Large'], '--dataset Large is no name for a dataset'],
    [['--dataset', '-x'], '--dataset'],
    [['--history-days', '0'], '--history-days 0 is not an amount'],
    [['--history-days', 'many'], '--history-days many is not an amount'],
    [['--history-megabytes=-1'], '--history-megabytes -1 is not an amount'],
    [['--missing'], '--import FILE is missing'],
    [['--import', 'f', '--missing', '--replace'], 'exclude each other'],
    [['--colour'], '--colour'],
    [['--json', 'more'], 'more'],
  ])('%j', (list, message) => {
    expect(() => parseArguments(list)).toThrow(message)
  })
})
