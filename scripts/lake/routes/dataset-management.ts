import { z } from 'zod'
import { type ApiContext, newRoutes, requireOrganiser } from '../api.ts'
import { datasetNotFound, httpError } from '../errors.ts'
import type { Lake } from '../lake.ts'
import { parseBody } from '../mutations.ts'
import { organiser } from '../project.ts'
import { readJson } from '../request-body.ts'

const everything = [
  {
    filter: '_id in path("**")',
    permissions: ['read', 'update', 'create', 'history', 'manage', 'editHistory'],
  },
]

const aclMode = z.enum(['public', 'private', 'custom'])
/** There is nowhere to keep a description and nothing that could embed: only their absence is accepted. */
const withoutEmbeddings = z.object({
  enabled: z.literal(false, { error: 'the local lake has no embeddings' }),
})
const newDataset = z.strictObject({
  aclMode: aclMode.default('public'),
  description: z.string().nullish(),
  embeddings: withoutEmbeddings.optional(),
})
const editedDataset = z.strictObject({ aclMode: aclMode.optional(), description: z.string().nullish() })

/** What the lake knows about every dataset without having been told. */
const details = {
  createdByUserId: organiser.id,
  addonFor: null,
  datasetProfile: 'content',
  features: [],
  tags: [],
}

const settings = new Map<string, object>([
  // How deep the Studio's lists may look into documents.
  ['indexing', { maxFieldDepth: 5 }],
  ['embeddings', { enabled: false, status: 'disabled' }],
])

/** `/datasets/…` and `/projects/<project>/datasets/…`: the client uses either, by how it is configured. */
export function datasetRoutes(lake: Lake) {
  const routes = newRoutes()
  for (const path of ['/datasets', '/projects/:project/datasets']) {
    routes.route(path, datasetsAt(lake))
  }
  return routes
}

function datasetsAt(lake: Lake) {
  return newRoutes()
    .use(async (context, next) => {
      requireOrganiser(context)
      await next()
    })
    .get('/', (context) => {
      // Comments would live in an add-on dataset; there is none, and asking for it must not show the others.
      if (context.req.query('datasetProfile') !== undefined) return context.json([])
      return context.json(lake.datasets.list().map((dataset) => ({ ...dataset, ...details })))
    })
    .put('/:name', async (context) => {
      const wanted = parseBody(newDataset, await optionalJson(context), 'request')
      const { name } = lake.datasets.create(context.req.param('name'), wanted.aclMode)
      return context.json({ datasetName: name, aclMode: wanted.aclMode, description: null })
    })
    .use('/:name/*', async (context, next) => {
      requireDataset(lake, context)
      await next()
    })
    .patch('/:name', async (context) => {
      const name = requireDataset(lake, context)
      const wanted = parseBody(editedDataset, await optionalJson(context), 'request')
      const dataset = lake.datasets.edit(name, wanted.aclMode)
      return context.json({ datasetName: dataset.name, aclMode: dataset.aclMode, description: null })
    })
    .delete('/:name', async (context) => {
      const name = requireDataset(lake, context)
      lake.datasets.remove(name)
      await lake.files.removeDataset(name)
      return context.json({ deleted: true })
    })
    .get('/:name/acl', (context) => context.json(everything))
    .get('/:name/settings/:setting', (context) => {
      const setting = settings.get(context.req.param('setting'))
      if (!setting) throw httpError(404, 'The local lake does not have this setting')
      return context.json(setting)
    })
    .put('/:name/settings/embeddings', async (context) => {
      parseBody(withoutEmbeddings, await readJson(context.req.raw), 'request')
      return context.body(null, 204)
    })
}

function requireDataset(lake: Lake, context: ApiContext): string {
  const name = context.req.param('name') ?? ''
  if (!lake.datasets.has(name)) throw datasetNotFound(name)
  return name
}

/** The client sends no body, and then no content type, where it has no options. */
async function optionalJson(context: ApiContext): Promise<unknown> {
  const isEmpty = context.req.header('content-type') === undefined
  return isEmpty ? {} : readJson(context.req.raw)
}
