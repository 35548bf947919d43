import { type ActionCase, action, draft, exists, ids, notFound, published, version } from './action-case.ts'

/** Drafts made, edited and thrown away. */
export const draftActions: ActionCase[] = [
  {
    name: 'create',
    actions: [action('create', { publishedId: 'a', attributes: draft, ifExists: 'fail' })],
    after: { 'drafts.a': draft },
    events: [['drafts.a', 'appear']],
  },
  {
    name: 'one action without a list',
    actions: action('create', { publishedId: 'a', attributes: draft }),
    after: { 'drafts.a': draft },
    events: [['drafts.a', 'appear']],
  },
  {
    name: 'create without an id makes a draft',
    actions: [action('create', { publishedId: 'a', attributes: { _type: 'note' } })],
    after: { 'drafts.a': { _id: 'drafts.a', _type: 'note' } },
    events: [['drafts.a', 'appear']],
  },
  {
    name: 'create what is there',
    before: [draft],
    actions: [action('create', { publishedId: 'a', attributes: draft, ifExists: 'fail' })],
    error: exists('drafts.a'),
  },
  {
    name: 'create what is published',
    before: [published],
    actions: [action('create', { publishedId: 'a', attributes: draft, ifExists: 'fail' })],
    error: exists('a'),
  },
  {
    name: 'create what may be there',
    before: [draft],
    actions: [
      action('create', { publishedId: 'a', attributes: { ...draft, text: 'x' }, ifExists: 'ignore' }),
    ],
  },
  {
    name: 'no actions',
    before: [draft],
    actions: [],
  },
  {
    name: 'edit a draft',
    before: [published, draft],
    actions: [action('edit', { ...ids, patch: { set: { text: 'edited' } } })],
    after: { 'drafts.a': { ...draft, text: 'edited' } },
    events: [['drafts.a', 'update']],
  },
  {
    name: 'edit what is only published makes a draft',
    before: [published],
    actions: [action('edit', { ...ids, patch: { set: { more: 1 } } })],
    after: { 'drafts.a': { ...published, _id: 'drafts.a', more: 1 } },
    events: [['drafts.a', 'appear']],
  },
  {
    name: 'edit a version, in the words of the reference',
    before: [version],
    actions: [action('edit', { publishedId: 'a', versionId: version._id, patch: { unset: ['text'] } })],
    after: { [version._id]: { _id: version._id, _type: 'note' } },
    events: [[version._id, 'update']],
  },
  {
    name: 'edit nothing',
    actions: [action('edit', { ...ids, patch: { set: { more: 1 } } })],
    error: notFound('a'),
  },
  {
    name: 'discard',
    before: [published, draft],
    actions: [action('discard', { draftId: 'drafts.a', purge: false })],
    after: { 'drafts.a': null },
    events: [['drafts.a', 'disappear']],
  },
  {
    name: 'discard nothing',
    before: [published],
    actions: [action('discard', { draftId: 'drafts.a' })],
    error: notFound('drafts.a'),
  },
  {
    name: 'replaceDraft',
    before: [draft],
    actions: [action('replaceDraft', { publishedId: 'a', attributes: { _id: 'drafts.a', _type: 'note' } })],
    after: { 'drafts.a': { _id: 'drafts.a', _type: 'note' } },
    events: [['drafts.a', 'update']],
  },
  {
    name: 'replaceDraft where there is none yet',
    before: [published],
    actions: [action('replaceDraft', { publishedId: 'a', attributes: draft })],
    after: { 'drafts.a': draft },
    events: [['drafts.a', 'appear']],
  },
  {
    name: 'replaceDraft of nothing',
    actions: [action('replaceDraft', { publishedId: 'a', attributes: draft })],
    error: notFound('drafts.a'),
  },
]
