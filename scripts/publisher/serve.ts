import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { listening } from '../local/listening.ts'
import { hostRules } from './host-rules.ts'

/**
 * Serves a folder of static files as a static host does: pages under their folders, 404.html for the rest, redirects and
 * headers as the folder says. Each request reads the disk, so a page is new as soon as it is written.
 * @param port 0 for one that the system chooses
 */
export async function serveFolder(
  folder: string,
  host: string,
  port: number,
): Promise<{ server: Server; port: number }> {
  const files = sirv(folder, { dev: true, etag: true, extensions: ['html'] })
  const notFoundPage = join(folder, '404.html')
  const rules = hostRules(folder)
  const server = createServer((request, response) => {
    const [, pathname = '', question = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '') ?? []
    response.setHeaders(rules.headersOf(pathname))
    const target = rules.redirectOf(pathname)
    if (target !== undefined) {
      response.writeHead(301, { location: target + question }).end()
      return
    }
    files(request, response, () => {
      response.removeHeader('cache-control')
      const body = existsSync(notFoundPage) ? readFileSync(notFoundPage) : 'Not found'
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(body)
    })
  })
  return listening(server, host, port)
}
