import { expect, it } from 'vitest'
import { Failure } from '../../src/failure.ts'
import { asFailure } from '../../src/system-failure.ts'

it.each([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'you may not write there'],
  ['EROFS', 'the disk is read-only'],
  ['ENOTDIR', 'a file stands where a folder should be'],
])('says what %s means, and where', (code, reason) => {
  const failure = asFailure(Object.assign(new Error(code), { code, path: '/srv/blog' }))
  expect(failure?.message).toBe(`/srv/blog could not be written: ${reason}.`)
  expect(failure?.hint).not.toBe('')
})

it('knows the same from SQLite', () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
  expect(asFailure(full)?.message).toContain('the disk is full')
})

it('keeps what says already what to do, and leaves defects alone', () => {
  const failure = new Failure('a', 'b')
  expect(asFailure(failure)).toBe(failure)
  expect(asFailure(new TypeError('x is not a function'))).toBeUndefined()
  expect(asFailure('text')).toBeUndefined()
})
