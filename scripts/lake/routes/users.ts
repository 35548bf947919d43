import { z } from 'zod'
import { newRoutes, requireOrganiser } from '../api.ts'
import { httpError } from '../errors.ts'
import type { Lake } from '../lake.ts'
import { parseBody } from '../mutations.ts'
import { organiser } from '../project.ts'
import { readJson } from '../request-body.ts'

const setting = z.object({ key: z.string().min(1).max(500), value: z.unknown() })
const settings = z.union([setting.transform((one) => [one]), z.array(setting)])

/** `/users/…` and the small settings of a user, `/users/me/keyvalue` */
export function userRoutes(lake: Lake) {
  return newRoutes()
    .get('/users/me', (context) => {
      requireOrganiser(context)
      return context.json(organiser)
    })
    .get('/users/me/keyvalue/:keys', (context) => {
      requireOrganiser(context)
      const keys = context.req.param('keys').split(',')
      return context.json(keys.map((key) => ({ key, value: null, ...lake.store.setting(key) })))
    })
    .put('/users/me/keyvalue', async (context) => {
      requireOrganiser(context)
      const updatedAt = new Date().toISOString()
      const list = parseBody(settings, await readJson(context.req.raw), 'request')
      for (const { key, value } of list) lake.store.putSetting(key, value ?? null, updatedAt)
      return context.json(list.map((item) => ({ ...item, updatedAt })))
    })
    .delete('/users/me/keyvalue/:key', (context) => {
      requireOrganiser(context)
      lake.store.removeSetting(context.req.param('key'))
      return context.json({ deleted: true })
    })
    .get('/users/:ids', (context) => {
      requireOrganiser(context)
      const ids = context.req.param('ids').split(',')
      const users = ids.filter((id) => id === organiser.id).map(() => publicProfile)
      if (ids.length > 1) return context.json(users)
      if (users.length === 0) throw httpError(404, `User "${ids[0]}" not found`)
      return context.json(users[0])
    })
}

const publicProfile = {
  id: organiser.id,
  sanityUserId: organiser.id,
  displayName: organiser.name,
  familyName: '',
  givenName: organiser.name,
  imageUrl: null,
  email: organiser.email,
  isCurrentUser: true,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}
