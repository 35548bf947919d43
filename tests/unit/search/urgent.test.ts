import { expect, test } from 'vitest'
import { watchChanges } from '../../../src/search/urgent.ts'

test('what changed last is the most urgent, also when much changed before', () => {
  const changes = watchChanges(new Map([['/a/', '1'], ['/b/', '1'], ['/c/', '1'], ['/d/', '1']])) // biome-ignore format: a table
  changes.note(new Map([['/a/', '2'], ['/b/', '2'], ['/c/', '2'], ['/d/', '1']])) // biome-ignore format: a table
  changes.note(new Map([['/a/', '2'], ['/b/', '3'], ['/c/', '2'], ['/d/', '1'], ['/e/', '1']])) // biome-ignore format: a table
  const all = ['/a/', '/b/', '/c/', '/d/', '/e/']
  expect(changes.mostUrgent(all, 5)).toEqual(['/b/', '/e/', '/a/', '/c/', '/d/'])
  expect(changes.mostUrgent(all, 2)).toEqual(['/b/', '/e/'])
})

test('a page that was removed and has come back has changed', () => {
  const changes = watchChanges(new Map([['/a/', '1'], ['/b/', '1']])) // biome-ignore format: a table
  changes.note(new Map([['/a/', '1']]))
  changes.note(new Map([['/a/', '1'], ['/b/', '1']])) // biome-ignore format: a table
  expect(changes.mostUrgent(['/a/', '/b/'], 1)).toEqual(['/b/'])
})
