import {
  type ActionCase,
  action,
  draft,
  exists,
  ids,
  notFound,
  otherRevision,
  published,
  version,
} from './action-case.ts'

/** Versions, which wait in releases. */
export const versionActions: ActionCase[] = [
  {
    name: 'version.create with a document',
    before: [published],
    actions: [action('version.create', { publishedId: 'a', document: version })],
    after: { [version._id]: version },
    events: [[version._id, 'appear']],
  },
  {
    name: 'version.create with attributes, as earlier clients say',
    actions: [action('version.create', { publishedId: 'a', attributes: version })],
    after: { [version._id]: version },
    events: [[version._id, 'appear']],
  },
  {
    name: 'version.create from a base',
    before: [published],
    actions: [action('version.create', { publishedId: 'a', baseId: 'a', versionId: version._id })],
    after: { [version._id]: { ...published, _id: version._id } },
    events: [[version._id, 'appear']],
  },
  {
    name: 'version.create from another revision of its base',
    before: [published],
    actions: [
      action('version.create', {
        publishedId: 'a',
        baseId: 'a',
        versionId: version._id,
        ifBaseRevisionId: 'old',
      }),
    ],
    error: otherRevision,
  },
  {
    name: 'version.create of what is there',
    before: [version],
    actions: [action('version.create', { publishedId: 'a', document: version })],
    error: exists(version._id),
  },
  {
    name: 'version.create of nothing',
    actions: [action('version.create', { publishedId: 'a' })],
    error: { status: 409, message: 'needs a document with an _id' },
  },
  {
    name: 'version.replace',
    before: [version],
    actions: [action('version.replace', { document: { ...version, text: 'other' } })],
    after: { [version._id]: { ...version, text: 'other' } },
    events: [[version._id, 'update']],
  },
  {
    name: 'version.replace of nothing',
    actions: [action('version.replace', { document: version })],
    error: notFound(version._id),
  },
  {
    name: 'version.discard',
    before: [published, version],
    actions: [action('version.discard', { versionId: version._id, purge: false })],
    after: { [version._id]: null },
    events: [[version._id, 'disappear']],
  },
  {
    name: 'version.discard of a draft',
    before: [draft],
    actions: [action('version.discard', { versionId: 'drafts.a' })],
    after: { 'drafts.a': null },
    events: [['drafts.a', 'disappear']],
  },
  {
    name: 'version.unpublish marks the intention',
    before: [published],
    actions: [action('version.unpublish', { publishedId: 'a', versionId: version._id })],
    after: { [version._id]: { ...published, _id: version._id, _system: { delete: true } } },
    events: [[version._id, 'appear']],
  },
  {
    name: 'all or nothing',
    before: [published],
    actions: [
      action('edit', { ...ids, patch: { set: { more: 1 } } }),
      action('discard', { draftId: 'drafts.b' }),
    ],
    error: notFound('drafts.b'),
  },
]
