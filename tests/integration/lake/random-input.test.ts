import { expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { randomSource } from '../../support/random.ts'
import { expectErrorForm, post } from './contracts/raw-request.ts'

const note = { _id: 'a', _type: 'note', text: 'first', list: [{ _key: 'k' }] }

test('what is thrown at it at random is refused or done, never a fault', async ({ lake }) => {
  await lake.client.create(note)
  const random = randomSource(20261123)
  const strange = [
    null,
    0,
    -1,
    1e308,
    '',
    '*',
    'a',
    'drafts.a',
    'list[0]',
    'list[999999999]',
    '..x',
    '__proto__',
    true,
    [],
    {},
    '@@ -1,5 +1,6 @@\n first\n+x\n',
    ['list[_key=="k"]', 'text'],
    { after: 'list[-1]', items: [1] },
    { _ref: 'none' },
  ]
  const names = [
    'id',
    'query',
    'params',
    'set',
    'setIfMissing',
    'unset',
    'insert',
    'inc',
    'dec',
    'diffMatchPatch',
    'ifRevisionID',
    '_id',
    '_type',
    '_ref',
    'text',
    'list',
    'n',
    'list[0].x',
    '..text',
    'publishedId',
    'draftId',
    'versionId',
    'attributes',
    'document',
    'patch',
    'includeDrafts',
  ]
  const value = (depth: number): unknown =>
    depth === 0 || random() < 0.4 ? random.pick(strange) : object(depth - 1)
  const object = (depth: number): object =>
    Object.fromEntries(Array.from({ length: random.below(5) }, () => [random.pick(names), value(depth)]))
  const kinds = ['create', 'createIfNotExists', 'createOrReplace', 'patch', 'delete']
  const actions = [
    'create',
    'edit',
    'publish',
    'unpublish',
    'delete',
    'discard',
    'replaceDraft',
    'version.create',
  ]

  for (let round = 0; round < 600; round++) {
    const base = random() < 0.7 ? { id: 'a', _id: random.pick(['a', 'b', 'drafts.a']), _type: 'note' } : {}
    const mutation = {
      [random.pick(kinds)]: random() < 0.5 ? { ...object(2), id: 'a' } : { ...base, ...object(2) },
    }
    const ids = random() < 0.7 ? { publishedId: 'a', draftId: 'drafts.a' } : {}
    const action = { actionType: `sanity.action.document.${random.pick(actions)}`, ...ids, ...object(2) }
    for (const [route, body] of [
      ['data/mutate/production', { mutations: [mutation] }],
      ['data/actions/production', { actions: [action] }],
    ] as const) {
      const answer = await post(lake, route, JSON.stringify(body))
      expect(answer.status, `${JSON.stringify(body)}: ${answer.text}`).toBeLessThan(500)
      if (answer.status >= 400) expectErrorForm(answer)
    }
  }
  expect(lake.reports).toEqual([])
  expect(await lake.client.fetch('count(*)')).toBeGreaterThanOrEqual(0)
})
