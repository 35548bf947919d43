import { z } from 'zod'
import { type ApiContext, newRoutes, requireOrganiser } from '../api.ts'
import { httpError } from '../errors.ts'
import type { Lake } from '../lake.ts'
import { parseBody } from '../mutations.ts'
import { project, projectId, roles } from '../project.ts'
import { readJson } from '../request-body.ts'

const everything = [
  {
    filter: '_id in path("**")',
    permissions: ['read', 'update', 'create', 'history', 'manage', 'editHistory'],
  },
]

const newDataset = z.object({ aclMode: z.enum(['public', 'private', 'custom']).default('public') })

/** `/projects/…` and `/datasets/…` */
export function projectRoutes(lake: Lake) {
  const list = (context: ApiContext) => {
    requireOrganiser(context)
    // Comments would live in an add-on dataset; there is none, and asking for it must not show the others.
    if (context.req.query('datasetProfile') !== undefined) return context.json([])
    return context.json(lake.datasets.list().map((dataset) => ({ ...dataset, ...datasetDetails })))
  }
  const create = async (context: ApiContext) => {
    requireOrganiser(context)
    const isJson = context.req.header('content-type')?.startsWith('application/json')
    const { aclMode } = parseBody(newDataset, isJson ? await readJson(context.req.raw) : {}, 'request')
    const { name } = lake.datasets.create(context.req.param('name') ?? '', aclMode)
    return context.json({ datasetName: name, aclMode })
  }
  const remove = async (context: ApiContext) => {
    requireOrganiser(context)
    const name = context.req.param('name') ?? ''
    lake.datasets.remove(name)
    await lake.files.removeDataset(name)
    return context.json({ deleted: true })
  }
  return newRoutes()
    .get('/projects', (context) => {
      requireOrganiser(context)
      return context.json([project])
    })
    .use('/projects/:project/*', async (context, next) => {
      requireOrganiser(context)
      if (context.req.param('project') !== projectId) throw httpError(404, 'Project not found')
      await next()
    })
    .get('/projects/:project', (context) => {
      requireOrganiser(context)
      if (context.req.param('project') !== projectId) throw httpError(404, 'Project not found')
      return context.json(project)
    })
    .get('/projects/:project/datasets', list)
    .get('/projects/:project/datasets/:name/acl', (context) => context.json(everything))
    .get('/projects/:project/datasets/:name/settings/:setting', (context) =>
      context.json({ maxFieldDepth: 5 }),
    )
    .get('/projects/:project/roles', (context) => context.json(roles))
    .get('/projects/:project/grants', (context) => context.json({}))
    .get('/projects/:project/user-applications', (context) => context.json([]))
    .put('/projects/:project/datasets/:name', create)
    .delete('/projects/:project/datasets/:name', remove)
    .get('/datasets', list)
    .put('/datasets/:name', create)
    .delete('/datasets/:name', remove)
}

const datasetDetails = { tags: [], addonFor: null, datasetProfile: 'default' }
