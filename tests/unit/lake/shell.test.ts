import { expect, test } from 'vitest'
import { Shells, withSystemFields } from '../../../scripts/lake/query/shell.ts'

const system = { _id: 'drafts.a', _type: 'note', _rev: 'r', _createdAt: 'c', _updatedAt: 'u' }
const fields: Record<string, unknown> = { title: 'Risk', tags: ['a'], '7': 'seven', hasOwn: 1 }
const reads: string[] = []
const shells = new Shells((id, field) => {
  reads.push(`${id} ${field}`)
  return fields[field]
})
const shell = shells.of({ ...system, ...fields, title: null, tags: null })

test('a shell is what the document is for whoever looks at it', () => {
  const document = { ...fields, ...system }
  expect({ ...shell }).toEqual(document)
  expect(JSON.parse(JSON.stringify(shell))).toEqual(document)
  expect(Object.keys(shell).sort()).toEqual(Object.keys(document).sort())
  expect(Object.hasOwn(shell, 'title')).toBe(true)
  expect(Object.hasOwn(shell, 'toString')).toBe(false)
  // As queries ask.
  expect(['title', '_id', 'toString', 'none'].map((name) => Object.hasOwn(shell, name))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect('title' in shell).toBe(true)
  expect('none' in shell).toBe(false)
  expect(shell.none).toBeUndefined()
  expect(Object.getOwnPropertyDescriptor(shell, 'title')?.get?.call(shell)).toBe('Risk')
})

test('its fields are read when somebody looks at them, and not to list them', () => {
  reads.length = 0
  expect(Object.keys(shell)).toContain('title')
  const copy = withSystemFields(shell, { _id: 'a', _originalId: 'drafts.a' })
  expect(reads).toEqual([])
  expect(copy.title).toBe('Risk')
  expect(reads).toEqual(['drafts.a title'])
  expect(copy).toEqual({ ...fields, ...system, _id: 'a', _originalId: 'drafts.a' })
  expect(shell._id).toBe('drafts.a')
})

test('nobody can change it', () => {
  expect(() => Object.assign(shell, { title: 'other' })).toThrow(TypeError)
  expect(shell.title).toBe('Risk')
})

test('other documents get a copy as well', () => {
  expect(withSystemFields({ ...system, title: 'Plain' }, { _id: 'a' })).toEqual({
    ...system,
    title: 'Plain',
    _id: 'a',
  })
})
