import { newRoutes, requireOrganiser } from '../api.ts'
import { httpError } from '../errors.ts'
import type { Lake } from '../lake.ts'
import { project, projectId, roles } from '../project.ts'

/** `/projects` and `/projects/<project>/…` but for the datasets */
export function projectRoutes(lake: Lake) {
  return newRoutes()
    .get('/projects', (context) => {
      requireOrganiser(context)
      const { includeMembers, includeFeatures, organizationId } = context.req.query()
      if (organizationId !== undefined) return context.json([])
      const { members, features, ...rest } = project
      return context.json([
        {
          ...rest,
          ...(includeMembers === 'false' ? {} : { members }),
          ...(includeFeatures === 'false' ? {} : { features }),
        },
      ])
    })
    .use('/projects/:project/*', async (context, next) => {
      requireOrganiser(context)
      requireProject(context.req.param('project'))
      await next()
    })
    .get('/projects/:project', (context) => {
      requireOrganiser(context)
      requireProject(context.req.param('project'))
      return context.json(project)
    })
    .get('/projects/:project/roles', (context) => context.json(roles))
    .get('/projects/:project/grants', (context) => context.json({}))
    .get('/projects/:project/tags', (context) => context.json([]))
    .get('/projects/:project/tokens', (context) => context.json([]))
    .get('/projects/:project/user-applications', (context) => context.json([]))
    .get('/projects/:project/cors', (context) => context.json(lake.origins.list()))
}

/** The Studio knows a wrong project by the type among the attributes. */
function requireProject(id: string): void {
  if (id === projectId) return
  throw httpError(404, `Project "${id.slice(0, 100)}" not found`, { attributes: { type: 'project' } })
}
