import { z } from 'zod'
import { newRoutes, requireOrganiser } from '../api.ts'
import { httpError } from '../errors.ts'
import { checkJson } from '../json-limits.ts'
import type { Lake } from '../lake.ts'
import { parseBody } from '../mutations.ts'
import { organiser, projectId } from '../project.ts'
import { readJson } from '../request-body.ts'

const key = z.string().min(1).max(500)
const setting = z.strictObject({ key, value: z.unknown() })
const settings = z.union([setting.transform((one) => [one]), z.array(setting)], {
  error: 'expected {key, value} or a list of these',
})

/** `/users/…` and the small settings of a user, `/users/me/keyvalue` */
export function userRoutes(lake: Lake) {
  return newRoutes()
    .use('/users/*', async (context, next) => {
      requireOrganiser(context)
      await next()
    })
    .get('/users/me', (context) => context.json(organiser))
    .get('/users/me/grants', (context) => context.json({}))
    .get('/users/me/keyvalue/:keys', (context) => {
      const keys = context.req.param('keys').split(',')
      return context.json(keys.map((name) => ({ key: name, value: null, ...lake.store.settings.get(name) })))
    })
    .put('/users/me/keyvalue', async (context) => {
      const body = await readJson(context.req.raw)
      checkJson(body)
      const list = parseBody(settings, body, 'request')
      const updatedAt = new Date().toISOString()
      for (const { key: name, value } of list)
        lake.store.settings.put(name, { value: value ?? null, updatedAt })
      return context.json(list.map((item) => ({ ...item, updatedAt })))
    })
    .delete('/users/me/keyvalue/:key', (context) => {
      lake.store.settings.remove(context.req.param('key'))
      return context.json({ deleted: true })
    })
    .get('/users/:ids', (context) => {
      const ids = context.req.param('ids').split(',')
      const users = ids.filter((id) => id === organiser.id).map(() => publicProfile)
      if (ids.length > 1) return context.json(users)
      if (users.length === 0) throw httpError(404, `User "${ids[0]?.slice(0, 100)}" not found`)
      return context.json(users[0])
    })
}

const publicProfile = {
  id: organiser.id,
  projectId,
  sanityUserId: organiser.id,
  displayName: organiser.name,
  familyName: null,
  givenName: organiser.name,
  middleName: null,
  imageUrl: null,
  email: organiser.email,
  isCurrentUser: true,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}
