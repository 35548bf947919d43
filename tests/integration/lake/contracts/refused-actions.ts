import { type ActionCase, action, draft, ids, published } from './action-case.ts'

const patch = { set: { x: 1 } }

/** Requests that are wrong in themselves, and a part of what the answer has to say. */
const requests: [name: string, actions: unknown, message: string, status?: number][] = [
  ['no actions', undefined, 'actions'],
  ['actions that are no list', 'publish', 'actions'],
  ['an action without a type', [{ publishedId: 'a' }], 'actionType'],
  ['what is no action', [{ actionType: 'publish' }], '"publish" is not an action'],
  [
    'an action that is not there',
    [{ actionType: 'sanity.action.document.variant.edit', publishedId: 'a' }],
    'The local lake does not have the action "sanity.action.document.variant.edit"',
    404,
  ],
  [
    'an action of releases',
    [{ actionType: 'sanity.action.release.create', releaseId: 'r' }],
    'The local lake does not have the action "sanity.action.release.create"',
    404,
  ],
  ['an action without what it needs', [action('publish', { publishedId: 'a' })], 'at draftId'],
  ['an unknown field', [action('publish', { ...ids, ifSourceRevisionId: 'r' })], 'ifSourceRevisionId'],
  [
    'create under another id',
    [action('create', { publishedId: 'b', attributes: draft })],
    'not a draft or version of "b"',
  ],
  [
    'create as published',
    [action('create', { publishedId: 'a', attributes: published })],
    'not the ID of a draft',
  ],
  ['create without a type', [action('create', { publishedId: 'a', attributes: {} })], '_type'],
  [
    'an unknown ifExists',
    [action('create', { publishedId: 'a', attributes: draft, ifExists: 'x' })],
    'ifExists',
  ],
  ['edit of another draft', [action('edit', { publishedId: 'a', draftId: 'drafts.b', patch })], 'of "a"'],
  [
    'edit of what is published',
    [action('edit', { publishedId: 'a', draftId: 'a', patch })],
    'not the ID of a draft',
  ],
  [
    'publish to a draft',
    [action('publish', { publishedId: 'drafts.a', draftId: 'drafts.a' })],
    'not the ID of a published',
  ],
  ['edit without a patch', [action('edit', ids)], 'patch'],
  ['an unknown operation', [action('edit', { ...ids, patch: { merge: {} } })], 'merge'],
  ['a path that is none', [action('edit', { ...ids, patch: { set: { 'a b': 1 } } })], ''],
  ['an id that is none', [action('discard', { draftId: 'drafts.a/b' })], 'Malformed document ID'],
  [
    'delete with drafts of another',
    [action('delete', { publishedId: 'a', includeDrafts: ['drafts.b'] })],
    'of "a"',
  ],
  ['a revision that is no text', [action('publish', { ...ids, ifDraftRevisionId: 5 })], 'ifDraftRevisionId'],
]

export const refusedActions: ActionCase[] = requests.map(([name, actions, message, status = 400]) => ({
  name,
  before: [published, draft],
  actions,
  error: { status, message },
}))
