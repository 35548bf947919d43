import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../../scripts/lake/arguments.ts'

test('what can be said', () => {
  expect(parseArguments(['--data', 'd'])).toEqual({
    dataDir: 'd',
    port: 4333,
    allowedOrigins: [],
    json: false,
  })
  const origins = ['--allow-origin', 'http://localhost:3333', '--allow-origin', 'http://127.0.0.1:3333']
  expect(parseArguments(['--data', 'd', '--port', '0', '--json', ...origins])).toEqual({
    dataDir: 'd',
    port: 0,
    allowedOrigins: ['http://localhost:3333', 'http://127.0.0.1:3333'],
    json: true,
  })
})

describe('what cannot', () => {
  test.each([
    [[], '--data is missing'],
    [['--data', 'd', '--port', 'http'], '--port http is not a port'],
    [['--data', 'd', '--port', '70000'], '--port 70000 is not a port'],
    [['--data', 'd', '--allow-origin', 'localhost'], '--allow-origin localhost is not an address'],
    [['--data', 'd', '--colour'], '--colour'],
  ])('%j', (list, message) => {
    expect(() => parseArguments(list)).toThrow(message)
  })
})
