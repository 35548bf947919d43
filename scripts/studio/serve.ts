import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { listening } from '../local/listening.ts'

/** What a built Studio has to know to work on a local lake. */
export type StudioBootstrap = {
  apiHost: string
  projectId: string
  dataset: string
  token: string
  siteUrl: string
}

type StudioOptions = {
  folder: string
  host: string
  /** 0 for one that the system chooses. */
  port: number
  /** Asked for each page, so that a lake may be started after the Studio's port is known; undefined when hosted. */
  bootstrap: () => StudioBootstrap | undefined
}

/**
 * Serves a built Studio. Its page gets the local lake's address and token, so that organisers need not log in; only
 * requests for this machine by name are answered, so that no foreign page can read the token through DNS.
 */
export async function serveStudio({
  folder,
  host,
  port,
  bootstrap,
}: StudioOptions): Promise<{ server: Server; port: number }> {
  const files = sirv(folder, { etag: true, extensions: [] })
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const server = createServer((request, response) => {
    if (!isLoopbackName(request.headers.host)) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('This Studio answers on localhost only.')
      return
    }
    const path = request.url?.split('?')[0]
    const answerPage = () => {
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'x-frame-options': 'DENY',
          'referrer-policy': 'no-referrer',
        })
        .end(withBootstrap(page, bootstrap()))
    }
    // Every address that is not a file belongs to the Studio's own router.
    if (path === '/' || path === '/index.html') answerPage()
    else files(request, response, answerPage)
  })
  return listening(server, host, port)
}

function isLoopbackName(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host)
}

function withBootstrap(page: string, bootstrap: StudioBootstrap | undefined): string {
  if (bootstrap === undefined) return page
  const json = JSON.stringify(bootstrap).replaceAll('<', '\\u003c')
  const element = `<script type="application/json" id="local-lake">${json}</script>`
  return page.replace(/<script/, (first) => element + first)
}
