import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import {
  type MadeOutput,
  type OutputChange,
  type OutputState,
  openOutputState,
} from '../../../src/press/output-state.ts'
import type { Standing } from '../../../src/press/standing.ts'

const test = base.extend<{ open: () => OutputState }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  open: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'output-state-'))
    const opened: OutputState[] = []
    await use(() => {
      opened.pop()?.close()
      const state = openOutputState(folder, join(folder, 'out'))
      opened.push(state)
      return state
    })
    opened.pop()?.close()
    rmSync(folder, { recursive: true })
  },
})

const now: Standing = {
  mirror: { name: 'm', sequence: 3 },
  moment: 5,
  setup: 's',
  addresses: 1,
  broken: {},
}

const output = (file: string, facts: string[]): MadeOutput => ({
  file,
  path: `/${file}`,
  key: 'k',
  searchKey: '',
  pictures: [],
  notices: [],
  facts: JSON.stringify(facts),
})

const change = (more: Partial<OutputChange>): OutputChange => ({
  outputs: [],
  pieces: [],
  removed: [],
  lists: new Map(),
  isWhole: false,
  ...more,
})

test('who has read a fact is found, through edits, removals and new programs', ({ open }) => {
  let state = open()
  const readers = (...facts: string[]) => [...state.readersOf(facts)].sort()
  state.finish(change({ outputs: [output('a', ['x', 'y']), output('b', ['y'])] }), now)
  expect([readers('x'), readers('y'), readers('z'), readers('x', 'y')]).toEqual([
    ['a'],
    ['a', 'b'],
    [],
    ['a', 'b'],
  ])
  state.finish(change({ outputs: [output('a', ['y', 'z'])], removed: ['b'] }), now)
  state = open()
  expect([readers('x'), readers('y'), readers('z')]).toEqual([[], ['a'], ['a']])
})

test('what a finish that failed has noted does not count', ({ open }) => {
  const state = open()
  state.finish(change({ outputs: [output('a', ['x'])] }), now)
  const outputs: MadeOutput[] = []
  outputs[Symbol.iterator] = function* () {
    yield output('a', ['y'])
    yield output('b', ['x'])
    throw new Error('The disk is full.')
  }
  const refused = change({ outputs, lists: new Map([['recaps', [{ id: 'r', at: 1 }]]]) })
  expect(() => state.finish(refused, now)).toThrow('The disk is full.')
  state.finish(change({ outputs: [output('c', ['z'])] }), now)
  const readers = (fact: string) => [...state.readersOf([fact])]
  expect([readers('x'), readers('y'), readers('z')]).toEqual([['a'], [], ['c']])
  expect(state.list('recaps')).toEqual([])
})

test('lists are kept until others take their place', ({ open }) => {
  let state = open()
  const recaps = [
    { id: 'r', at: -1 },
    { id: 'q “"', at: 1e15 },
  ]
  const year = [{ id: 'r', at: 1 }]
  state.finish(
    change({
      lists: new Map([
        ['recaps', recaps],
        ['year 2025', year],
        ['year 2024', year],
      ]),
    }),
    now,
  )
  state = open()
  expect(state.list('recaps')).toEqual(recaps)
  expect(state.list('topic nobody')).toEqual([])
  expect(state.listsBeginning('year ').sort()).toEqual(['year 2024', 'year 2025'])
  state.finish(
    change({
      lists: new Map([
        ['recaps', year],
        ['year 2024', []],
      ]),
    }),
    now,
  )
  expect([state.list('recaps'), state.listsBeginning('year ')]).toEqual([year, ['year 2025']])
  state.finish(change({ lists: new Map([['topic t', year]]), isWhole: true }), now)
  expect([state.list('recaps'), state.list('topic t'), state.listsBeginning('year ')]).toEqual([[], year, []])
})
