import {
  type ActionCase,
  action,
  conflict,
  draft,
  ids,
  notFound,
  otherRevision,
  published,
  version,
} from './action-case.ts'

/** Documents published, taken back and deleted. */
export const publicationActions: ActionCase[] = [
  {
    name: 'publish for the first time',
    before: [draft],
    actions: [action('publish', ids)],
    after: { a: { ...draft, _id: 'a' }, 'drafts.a': null },
    events: [
      ['a', 'appear'],
      ['drafts.a', 'disappear'],
    ],
  },
  {
    name: 'publish again, after an edit in the same request',
    before: [published, draft],
    actions: [action('edit', { ...ids, patch: { set: { text: 'edited' } } }), action('publish', ids)],
    after: { a: { ...draft, _id: 'a', text: 'edited' }, 'drafts.a': null },
    events: [
      ['drafts.a', 'disappear'],
      ['a', 'update'],
    ],
  },
  {
    name: 'publish a version, in the words of the reference',
    before: [published, version],
    actions: [action('publish', { publishedId: 'a', versionId: version._id })],
    after: { a: { ...version, _id: 'a' }, [version._id]: null },
    events: [
      ['a', 'update'],
      [version._id, 'disappear'],
    ],
  },
  {
    name: 'publish strengthens references',
    before: [
      { _id: 'b', _type: 'note' },
      { ...draft, ref: { _ref: 'b', _weak: true, _strengthenOnPublish: { type: 'note' } } },
    ],
    actions: [action('publish', ids)],
    after: { a: { ...draft, _id: 'a', ref: { _ref: 'b' } }, 'drafts.a': null },
    events: [
      ['a', 'appear'],
      ['drafts.a', 'disappear'],
    ],
  },
  {
    name: 'publish a reference to what is not published',
    before: [
      { _id: 'drafts.b', _type: 'note' },
      { ...draft, ref: { _ref: 'b', _weak: true, _strengthenOnPublish: { type: 'note' } } },
    ],
    actions: [action('publish', ids)],
    error: conflict('documentReferenceDoesNotExistError', 'references non-existent document "b"'),
  },
  {
    name: 'publish nothing',
    before: [published],
    actions: [action('publish', ids)],
    error: notFound('drafts.a'),
  },
  {
    name: 'publish over another revision',
    before: [published, draft],
    actions: [action('publish', { ...ids, ifPublishedRevisionId: 'old' })],
    error: otherRevision,
  },
  {
    name: 'publish over what is gone',
    before: [draft],
    actions: [action('publish', { ...ids, ifPublishedRevisionId: 'old' })],
    error: notFound('a'),
  },
  {
    name: 'publish another draft revision',
    before: [draft],
    actions: [action('publish', { ...ids, ifDraftRevisionId: 'old' })],
    error: otherRevision,
  },
  {
    name: 'unpublish',
    before: [published],
    actions: [action('unpublish', ids)],
    after: { a: null, 'drafts.a': { ...published, _id: 'drafts.a' } },
    events: [
      ['drafts.a', 'appear'],
      ['a', 'disappear'],
    ],
  },
  {
    name: 'unpublish keeps the draft there is',
    before: [published, draft],
    actions: [action('unpublish', ids)],
    after: { a: null },
    events: [['a', 'disappear']],
  },
  {
    name: 'unpublish nothing',
    before: [draft],
    actions: [action('unpublish', ids)],
    error: notFound('a'),
  },
  {
    name: 'unpublish what others need',
    before: [published, { _id: 'b', _type: 'note', ref: { _ref: 'a' } }],
    actions: [action('unpublish', ids)],
    error: conflict(
      'documentHasExistingReferencesError',
      'cannot be deleted as there are references to it from "b"',
    ),
  },
  {
    name: 'delete with its draft and versions',
    before: [published, draft, version],
    actions: [action('delete', { publishedId: 'a', includeDrafts: ['drafts.a', version._id], purge: false })],
    after: { a: null, 'drafts.a': null, [version._id]: null },
    events: [
      ['drafts.a', 'disappear'],
      [version._id, 'disappear'],
      ['a', 'disappear'],
    ],
  },
  {
    name: 'delete names drafts that are not there',
    before: [published],
    actions: [action('delete', { publishedId: 'a', includeDrafts: ['drafts.a'] })],
    after: { a: null },
    events: [['a', 'disappear']],
  },
  {
    name: 'delete without one of its drafts',
    before: [published, draft],
    actions: [action('delete', { publishedId: 'a', includeDrafts: [] })],
    error: { status: 409, message: 'has the version "drafts.a", which is not included' },
  },
  {
    name: 'delete what is not published',
    before: [draft],
    actions: [action('delete', { publishedId: 'a', includeDrafts: ['drafts.a'] })],
    error: notFound('a'),
  },
]
