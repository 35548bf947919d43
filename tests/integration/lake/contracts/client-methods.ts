import type { SanityClient } from '@sanity/client'
import { expect } from 'vitest'
import { firstValue } from '../../../support/first-value.ts'

export const note = { _id: 'a', _type: 'note', n: 1 }
const place = { releaseId: 'rSummer', publishedId: 'a' }

/** Every method of the client that asks a server, with what it comes to on a lake that has the document `a`. */
export const works: [name: string, call: (client: SanityClient) => Promise<unknown>, expected: unknown][] = [
  ['fetch', (client) => client.fetch('*[_id == $id][0].n', { id: 'a' }), 1],
  ['fetch with options', (client) => client.fetch('count(*)', {}, fetchOptions), 1],
  ['getDocument', (client) => client.getDocument('a'), note],
  [
    'getDocument of a release',
    async (client) => {
      await client.create({ ...note, _id: 'versions.rSummer.a' })
      return client.getDocument('a', { releaseId: 'rSummer' })
    },
    { _id: 'versions.rSummer.a' },
  ],
  [
    'getDocument with all versions',
    (client) => client.getDocument('a', { includeAllVersions: true }),
    [note],
  ],
  ['getDocuments', (client) => client.getDocuments(['b', 'a']), [null, note]],
  ['documentsExists', (client) => client.documentsExists(['a', 'b']), new Set(['a'])],
  ['create', (client) => client.create({ _type: 'note' }), { _type: 'note', _id: expect.any(String) }],
  ['create, dry', (client) => client.create({ ...note, _id: 'b' }, { dryRun: true }), { _id: 'b' }],
  ['createIfNotExists', (client) => client.createIfNotExists({ ...note, n: 2 }), note],
  ['createOrReplace', (client) => client.createOrReplace({ ...note, n: 2 }), { n: 2 }],
  [
    'create without documents',
    (client) => client.create({ ...note, _id: 'b' }, { returnDocuments: false }),
    { documentId: 'b', transactionId: expect.any(String), results: [{ id: 'b', operation: 'create' }] },
  ],
  [
    'patch',
    (client) => client.patch('a').set({ x: 1 }).inc({ n: 1 }).setIfMissing({ y: 1 }).unset(['y']).commit(),
    { x: 1, n: 2 },
  ],
  [
    'patch of several',
    (client) => client.patch(['a']).dec({ n: 1 }).commit({ returnFirst: false }),
    [{ n: 0 }],
  ],
  [
    'patch by query',
    (client) => client.patch({ query: '*' }).append('l', [1]).set({ m: 1 }).commit(),
    [{ m: 1 }],
  ],
  [
    'patch, deferred',
    (client) => client.patch('a').set({ x: 1 }).commit({ visibility: 'deferred', tag: 'some.tag' }),
    { x: 1 },
  ],
  [
    'patch with keys',
    (client) =>
      client
        .patch('a')
        .set({ l: [{}] })
        .commit({ autoGenerateArrayKeys: true }),
    { l: [{ _key: expect.any(String) }] },
  ],
  ['delete, answered with the document', (client) => client.delete('a', returned), note],
  ['delete, dry', (client) => client.delete('a', { dryRun: true }).then(() => client.fetch('count(*)')), 1],
  ['delete', (client) => client.delete('a'), { results: [{ id: 'a', operation: 'delete' }] }],
  [
    'delete by query',
    (client) => client.delete({ query: '*[n == $n]', params: { n: 1 } }),
    { documentIds: ['a'] },
  ],
  [
    'mutate',
    (client) => client.mutate([{ delete: { id: 'a' } }], { transactionId: 'T' }),
    { transactionId: 'T' },
  ],
  ['mutate with a patch', (client) => client.mutate(client.patch('a').set({ x: 1 })), { documentIds: ['a'] }],
  [
    'transaction',
    (client) => client.transaction().delete('a').transactionId('T').commit(),
    { transactionId: 'T' },
  ],
  [
    'action, dry and with an id of its own',
    async (client) => {
      const { transactionId } = await client.action(
        { actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts: [] },
        { dryRun: true, transactionId: 'T' },
      )
      return [transactionId, await client.fetch('count(*)')]
    },
    ['T', 1],
  ],
  [
    'action',
    (client) =>
      client.action({
        actionType: 'sanity.action.document.unpublish',
        publishedId: 'a',
        draftId: 'drafts.a',
      }),
    { transactionId: expect.any(String) },
  ],
  [
    'createVersion',
    (client) => client.createVersion({ ...place, document: { _type: 'note' } }),
    { transactionId: expect.any(String) },
  ],
  [
    'createVersion from a base',
    async (client) => {
      await client.createVersion({ ...place, baseId: 'a' })
      return client.getDocument('versions.rSummer.a')
    },
    { _type: 'note', n: 1 },
  ],
  [
    'replaceVersion',
    async (client) => {
      await client.createVersion({ ...place, baseId: 'a' })
      await client.replaceVersion({ ...place, document: { _type: 'note', n: 2 } })
      return client.getDocument('versions.rSummer.a')
    },
    { n: 2 },
  ],
  [
    'discardVersion',
    async (client) => {
      await client.createVersion({ ...place, baseId: 'a' })
      await client.discardVersion(place)
      return client.getDocument('versions.rSummer.a')
    },
    undefined,
  ],
  [
    'unpublishVersion',
    async (client) => {
      await client.unpublishVersion(place)
      return client.fetch('*', {}, { perspective: ['rSummer'] })
    },
    [],
  ],
  ['releases.get', (client) => client.releases.get({ releaseId: 'rSummer' }), undefined],
  [
    'releases.fetchDocuments',
    async (client) => {
      await client.createVersion({ ...place, baseId: 'a' })
      return client.withConfig({ perspective: 'raw' }).releases.fetchDocuments({ releaseId: 'rSummer' })
    },
    { result: [{ _id: 'versions.rSummer.a' }] },
  ],
  [
    'dataRequest',
    (client) => client.dataRequest('mutate', { mutations: [{ delete: { id: 'a' } }] }),
    { documentIds: ['a'] },
  ],
  ['listen', (client) => firstValue(client.listen('*', {}, { events: ['welcome'] })), { type: 'welcome' }],
  [
    'live.events',
    (client) => firstValue(client.live.events({ tag: 'x', waitFor: 'function' })),
    { type: 'welcome' },
  ],
  ['users.getById', (client) => client.users.getById('me'), { id: 'organiser', role: 'administrator' }],
  ['users.getById of another', (client) => client.users.getById('organiser'), { displayName: 'Organiser' }],
  ['projects.list', (client) => client.projects.list(), [{ id: 'local', members: [{ id: 'organiser' }] }]],
  [
    'projects.list without members',
    (client) =>
      client.projects.list({ includeMembers: false }).then(([one]) => Object.hasOwn(one ?? {}, 'members')),
    false,
  ],
  ['projects.list of an organisation', (client) => client.projects.list({ organizationId: 'o' }), []],
  ['projects.getById', (client) => client.projects.getById('local'), { id: 'local' }],
  [
    'datasets.list',
    (client) => client.datasets.list(),
    [{ name: 'production', aclMode: 'public', tags: [] }],
  ],
  [
    'datasets.create',
    (client) => client.datasets.create('b', { aclMode: 'private', embeddings: { enabled: false } }),
    { datasetName: 'b', aclMode: 'private', description: null },
  ],
  [
    'datasets.edit',
    (client) => client.datasets.edit('production', { aclMode: 'private' }),
    { aclMode: 'private' },
  ],
  ['datasets.delete', (client) => client.datasets.delete('production'), { deleted: true }],
  [
    'datasets.getEmbeddingsSettings',
    (client) => client.datasets.getEmbeddingsSettings('production'),
    { enabled: false },
  ],
  [
    'datasets.editEmbeddingsSettings',
    (client) => client.datasets.editEmbeddingsSettings('production', { enabled: false }),
    undefined,
  ],
  [
    'assets.upload of a picture',
    (client) => client.assets.upload('image', picture, { filename: 'a.svg', title: 'A', extract: [] }),
    { _type: 'sanity.imageAsset', originalFilename: 'a.svg', title: 'A' },
  ],
  [
    'assets.upload',
    (client) => client.assets.upload('file', Buffer.from('x')),
    { _type: 'sanity.fileAsset' },
  ],
  ['observable.fetch', (client) => firstValue(client.observable.fetch('*[0].n')), 1],
  ['observable.getDocument', (client) => firstValue(client.observable.getDocument('a')), note],
  [
    'observable.create',
    (client) => firstValue(client.observable.create({ _type: 'note' })),
    { _type: 'note' },
  ],
  ['observable.patch', (client) => firstValue(client.observable.patch('a').set({ x: 1 }).commit()), { x: 1 }],
  ['observable.users', (client) => firstValue(client.observable.users.getById('me')), { id: 'organiser' }],
  ['request', (client) => client.request({ url: '/ping' }), 'pong'],
  [
    'request of a list of documents',
    (client) => client.request({ url: '/data/doc/production/a' }),
    { documents: [note] },
  ],
]

const returned = { returnDocuments: true, returnFirst: true } as const

const picture = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')

const fetchOptions = {
  perspective: ['drafts'] as ['drafts'],
  tag: 'a.b',
  lastLiveEventId: 'something',
  resultSourceMap: true,
  cacheMode: 'noStale' as const,
}
