import { describe, expect, test } from 'vitest'
import { isLoopback, isOwnName } from '../../../scripts/lake/host.ts'

describe('by which Host a lake may be called', () => {
  test.each([
    ['127.0.0.1', 'localhost:4333', true],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '[::1]:4333', true],
    ['127.0.0.1', '192.168.1.5:4333', false],
    ['127.0.0.1', 'evil.example', false],
    ['127.0.0.1', 'localhost.evil.example', false],
    ['127.0.0.1', '', false],
    ['192.168.1.5', '192.168.1.5:4333', true],
    ['192.168.1.5', '192.168.1.6:4333', false],
    ['Lake.local', 'lake.LOCAL:4333', true],
    ['lake.local', 'evil.example', false],
    ['fe80::1', '[fe80::1]:4333', true],
    // Every interface: addresses in digits cannot be made to point here, names can.
    ['0.0.0.0', '192.168.1.5:4333', true],
    ['::', '[2001:db8::5]:4333', true],
    ['0.0.0.0', 'evil.example:4333', false],
    ['0.0.0.0', '', false],
  ])('listening on %s, called %s: %s', (host, header, expected) => {
    expect(isOwnName(header, host)).toBe(expected)
  })
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.0.1.1', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['192.168.1.5', false],
  ['127.0.0.1.evil.example', false],
])('only this machine reaches %s: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
