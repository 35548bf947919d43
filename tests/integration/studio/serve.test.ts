import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveStudio } from '../../../scripts/studio/serve.ts'

const bootstrap = {
  apiHost: 'http://127.0.0.1:1',
  projectId: 'local',
  dataset: 'production',
  token: "</script>$&$'",
  siteUrl: 'http://localhost:2',
}

let folder: string
let server: Server
let port: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studio-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script src="/app.js"></script>')
  writeFileSync(join(folder, 'app.js'), 'start()')
  const served = await serveStudio({ folder, host: '127.0.0.1', port: 0, bootstrap: () => bootstrap })
  server = served.server
  port = served.port
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

/** A request with a path exactly as written, which `fetch` would tidy up. */
function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

describe('serveStudio', () => {
  it('tells its page where the lake is, before the first script, whatever the token looks like', async () => {
    const { body } = await get('/')
    const element = /<script type="application\/json" id="local-lake">(.*?)<\/script><script src/.exec(body)
    expect(JSON.parse(element?.[1] ?? '')).toEqual(bootstrap)
  })

  it.each(['/structure/recaps', '/index.html', '/?a=b'])('answers %s with its page', async (path) => {
    expect((await get(path)).body).toContain('id="local-lake"')
  })

  it('serves files as they are', async () => {
    expect(await get('/app.js')).toEqual({ status: 200, body: 'start()' })
  })

  it.each(['//', '///x', '/%', '/%ff', '/../../etc/passwd', '/..%2f..%2fetc/passwd'])(
    'survives a request for %s',
    async (path) => {
      expect((await get(path)).body).not.toContain('root:')
      expect((await get('/')).status).toBe(200)
    },
  )

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80'])(
    'tells nothing to a page that calls it %s',
    async (host) => {
      const answer = await get('/', { host })
      expect(answer.status).toBe(403)
      expect(answer.body).not.toContain(bootstrap.token)
    },
  )
})
