import { expect, it } from 'vitest'
import { parseStartArguments } from '../../scripts/local/start-arguments.ts'

it('has ports and a folder of its own unless others are chosen', () => {
  expect(parseStartArguments([])).toEqual({ site: 4321, studio: 3333, lake: 4333, data: '.data' })
  expect(parseStartArguments(['--site', '8080', '--studio', '8081', '--data', '/srv/blog'])).toEqual({
    site: 8080,
    studio: 8081,
    lake: 4333,
    data: '/srv/blog',
  })
  expect(parseStartArguments(['--help'])).toBe('help')
})

it.each([
  [['--site', 'http'], '--site http: a port is a number from 1 to 65535.'],
  [['--site', '0'], '--site 0'],
  [['--studio', '70000'], '--studio 70000'],
  [['--site', '3333'], 'need three different ports'],
  [['--speed', 'up'], "Unknown option '--speed'"],
  [['now'], 'Unexpected argument'],
  [['--data', ''], '--data has no value'],
])('refuses %j', (args, message) => {
  expect(() => parseStartArguments(args)).toThrow(message)
})
