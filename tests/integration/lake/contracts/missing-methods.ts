import type { SanityClient } from '@sanity/client'
import { firstValue } from '../../../support/first-value.ts'

const target = { operation: 'create', _type: 'note' } as const
const agentRequest = { schemaId: 's', instruction: 'i', targetDocument: target } as const
const release = { releaseId: 'rSummer' }
const organisation = { organizationId: 'o' }

function commentsOf(client: SanityClient) {
  return client.withConfig({ collaboration: organisation }).collaboration.comments
}

function contextOf(client: SanityClient) {
  return client.withConfig({ context: organisation }).context
}

function resource(client: SanityClient, type: 'media-library' | 'canvas' | 'dashboard'): SanityClient {
  return client.withConfig({ resource: { type, id: 'x' } })
}

/** What needs more than a lake: the answer says that it is not there, and what `it` is. */
export const missing: [name: string, call: (client: SanityClient) => Promise<unknown>, it: string][] = [
  [
    'agent.action.generate',
    (client) => client.agent.action.generate(agentRequest),
    'POST /v2025-02-19/agent/action/generate/production',
  ],
  [
    'agent.action.transform',
    (client) => client.agent.action.transform({ ...agentRequest, documentId: 'a' }),
    '/agent/action/transform/',
  ],
  [
    'agent.action.translate',
    (client) =>
      client.agent.action.translate({
        schemaId: 's',
        documentId: 'a',
        targetDocument: target,
        toLanguage: { id: 'nb' },
      }),
    '/agent/action/translate/',
  ],
  [
    'agent.action.prompt',
    (client) => client.agent.action.prompt({ instruction: 'i' }),
    '/agent/action/prompt/',
  ],
  [
    'agent.action.patch',
    (client) =>
      client.agent.action.patch({
        schemaId: 's',
        documentId: 'a',
        target: { path: 'n', operation: 'unset' },
      }),
    '/agent/action/patch/',
  ],
  ['releases.create', (client) => client.releases.create(release), '"sanity.action.release.create"'],
  [
    'releases.edit',
    (client) => client.releases.edit({ ...release, patch: {} }),
    '"sanity.action.release.edit"',
  ],
  ['releases.publish', (client) => client.releases.publish(release), '"sanity.action.release.publish"'],
  ['releases.archive', (client) => client.releases.archive(release), '"sanity.action.release.archive"'],
  ['releases.unarchive', (client) => client.releases.unarchive(release), '"sanity.action.release.unarchive"'],
  [
    'releases.schedule',
    (client) => client.releases.schedule({ ...release, publishAt: '2030-01-01T00:00:00Z' }),
    '"sanity.action.release.schedule"',
  ],
  [
    'releases.unschedule',
    (client) => client.releases.unschedule(release),
    '"sanity.action.release.unschedule"',
  ],
  ['releases.delete', (client) => client.releases.delete(release), '"sanity.action.release.delete"'],
  [
    'action of a variant',
    (client) =>
      client.action({
        actionType: 'sanity.action.document.variant.delete',
        variantId: 'versions.v.a',
      } as never),
    '"sanity.action.document.variant.delete"',
  ],
  ['functions.invoke', (client) => client.functions.invoke('f', { stackId: 's' }), '/blueprints/stacks/s'],
  [
    'functions.durables.callbackSuccess',
    (client) => client.functions.durables.callbackSuccess('c', { result: 1 }),
    '/functions/durables/callback/c/success',
  ],
  [
    'functions.durables.callbackFailure',
    (client) => client.functions.durables.callbackFailure('c', new Error('no')),
    '/functions/durables/callback/c/failure',
  ],
  [
    'mediaLibrary.video.getPlaybackInfo',
    (client) => client.mediaLibrary.video.getPlaybackInfo({ _ref: 'media-library:mlx:video-1' }),
    '/media-libraries/mlx/video/video-1/playback-info',
  ],
  [
    'collaboration.comments.create',
    (client) => commentsOf(client).create({ parentCommentId: 'c', message: [] }),
    'POST /v2025-02-19/collaboration/comments',
  ],
  [
    'collaboration.comments.update',
    (client) => commentsOf(client).update('c', { status: 'resolved' }),
    'PATCH ',
  ],
  ['collaboration.comments.delete', (client) => commentsOf(client).delete('c'), '/collaboration/comments/c'],
  [
    'collaboration.comments.addReaction',
    (client) => commentsOf(client).addReaction('c', ':+1:'),
    '/collaboration/comments/c/reactions',
  ],
  [
    'collaboration.comments.removeReaction',
    (client) => commentsOf(client).removeReaction('c', ':+1:'),
    '/collaboration/comments/c/reactions/',
  ],
  [
    'collaboration.comments.fetch',
    (client) => commentsOf(client).fetch('*'),
    '/collaboration/comments/query',
  ],
  [
    'context.request',
    (client) =>
      contextOf(client).request('GET /knowledge-bases/{knowledgeBaseId}', {
        params: { knowledgeBaseId: 'k' },
      }),
    '/context/knowledge-bases/k',
  ],
  [
    'context.requestBytes',
    (client) =>
      contextOf(client).requestBytes('GET /knowledge-bases/{knowledgeBaseId}', {
        params: { knowledgeBaseId: 'k' },
      }),
    '/context/knowledge-bases/k',
  ],
  [
    'context.uploadFile',
    (client) =>
      contextOf(client).uploadFile({
        knowledgeBaseId: 'k',
        sourceId: 's',
        file: Buffer.from('x'),
        filename: 'x',
      }),
    '/sources/s/uploads',
  ],
  [
    'context.createFileSource',
    (client) =>
      contextOf(client).createFileSource({
        knowledgeBaseId: 'k',
        type: 'files',
        title: 'X',
        file: Buffer.from('x'),
        filename: 'x',
      }),
    '/context/knowledge-bases/k/sources',
  ],
  ['context.fetch', (client) => contextOf(client).fetch('*'), '/context/organizations/o/query'],
  [
    'copies',
    (client) => client.request({ url: '/datasets/production/copy', method: 'PUT', body: {} }),
    '/copy',
  ],
  [
    'fetch from a media library',
    (client) => resource(client, 'media-library').fetch('*'),
    '/media-libraries/x/query',
  ],
  ['fetch from a canvas', (client) => resource(client, 'canvas').fetch('*'), '/canvases/x/query'],
  [
    'create in a dashboard',
    (client) => resource(client, 'dashboard').create({ _type: 'x' }),
    '/dashboards/x/mutate',
  ],
  [
    'assets.upload to a media library',
    (client) => resource(client, 'media-library').assets.upload('image', Buffer.from('x')),
    '/media-libraries/x/upload',
  ],
  [
    'a wrong method',
    (client) => client.request({ url: '/data/mutate/production' }),
    'GET /v2025-02-19/data/mutate',
  ],
]

/** Streams of what is not there: they end at once instead of trying again and again. */
export const missingStreams: [name: string, listen: (client: SanityClient) => Promise<unknown>][] = [
  ['collaboration.comments.listen', (client) => firstValue(commentsOf(client).listen('*'))],
  ['context.listen', (client) => firstValue(contextOf(client).listen('*'))],
]
