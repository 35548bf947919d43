import { type Context, Hono } from 'hono'
import { requireToken, type Viewer } from './auth.ts'

/** What every route knows of a request beside the request itself. */
export type ApiEnvironment = { Variables: { viewer: Viewer } }

export type ApiContext = Context<ApiEnvironment>

export function newRoutes(): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>()
}

export function searchOf(context: ApiContext): URLSearchParams {
  return new URL(context.req.url).searchParams
}

/** `2025-02-19`, `1` or `X`: the version of the API that the address names, without its v. */
export function apiVersionOf(context: ApiContext): string {
  return (context.req.param('version') ?? '').replace(/^v/, '')
}

export function requireOrganiser(context: ApiContext): void {
  requireToken(context.get('viewer'))
}
