import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { listening } from '../../local/listening.ts'
import { loopback } from '../../local/ports.ts'

/** Serves a folder as static hosts do: texts compressed, everything revalidated. `sent` counts bytes, heads included. */
export async function serveCompressed(folder: string) {
  const app = new Hono()
  app.use(
    etag(),
    compress(),
    serveStatic({ root: folder, onFound: (_, { header }) => header('cache-control', 'no-cache') }),
  )
  const sockets = new Set<{ bytesWritten: number }>()
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.on('connection', (socket) => sockets.add(socket))
  const { port } = await listening(server, loopback, 0)
  return {
    url: `http://localhost:${port}`,
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
