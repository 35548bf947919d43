import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { bearerToken, type Viewer, viewerFor } from './auth.ts'
import { ApiError, httpError } from './errors.ts'
import { maximumBacklog, type Sink } from './event-stream.ts'
import type { Lake } from './lake.ts'
import { followLive, listen, type Subscription } from './subscriptions.ts'

const maximumMessage = 64 * 1024
const heartbeatInterval = 15_000

/** What a Studio waits for, to know that its presence connection lives. */
const heartbeat = '♥'

/**
 * WebSockets: presence, as the Studio speaks it, and event streams, which a browser can have only six of per host
 * over HTTP. A browser cannot send headers here, so the token may be the parameter `wstoken`, and the last event
 * seen `lastEventId`.
 * @returns closes every connection
 */
export function attachSockets(server: Server, lake: Lake): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumMessage })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    try {
      const connect = connectionFor(request, lake)
      sockets.handleUpgrade(request, socket, head, connect)
    } catch (error) {
      refuse(socket, error)
    }
  })
  return () => {
    for (const socket of sockets.clients) socket.terminate()
  }
}

function connectionFor(request: IncomingMessage, lake: Lake): (socket: WebSocket) => void {
  lake.origins.check({ host: request.headers.host, origin: request.headers.origin })
  const { pathname, searchParams: search } = new URL(request.url ?? '/', 'http://lake')
  const [, apiVersion = '', kind, name] =
    /^\/v(1|X|[0-9]+-[0-9]+-[0-9]+)\/(data\/listen|data\/live\/events|socket)\/([^/]+)$/.exec(pathname) ?? []
  if (!kind || !name) throw httpError(404, `No WebSocket at ${pathname.slice(0, 200)}`)
  const dataset = decodeURIComponent(name)
  const token = bearerToken(request.headers.authorization) ?? search.get('wstoken') ?? undefined
  const viewer = viewerFor(token, lake.token)
  if (kind === 'socket')
    return (socket) => joinPresence(socket, lake, lake.datasets.get(dataset).name, viewer)
  search.delete('wstoken')
  const lastEventId = search.get('lastEventId') ?? undefined
  const subscribe = kind === 'data/listen' ? listen : followLive
  const subscription = subscribe(lake, { dataset, apiVersion, search, viewer, lastEventId })
  return (socket) => stream(socket, lake, subscription)
}

function stream(socket: WebSocket, lake: Lake, subscription: Subscription): void {
  const sink: Sink = {
    send: (chunk) => {
      if (socket.bufferedAmount > maximumBacklog) socket.terminate()
      else socket.send(chunk)
    },
    close: () => socket.close(),
  }
  const detach = lake.streams.open(sink, subscription)
  socket.on('close', detach)
  socket.on('error', () => socket.terminate())
}

function joinPresence(socket: WebSocket, lake: Lake, dataset: string, viewer: Viewer): void {
  const peer = { send: (text: string) => socket.send(text), close: () => socket.close() }
  const { receive, leave } = lake.presence.join(dataset, peer, {
    authorised: viewer === 'organiser',
    check: (header) => isOrganiser(typeof header === 'string' ? header : undefined, lake.token),
  })
  const timer = setInterval(() => socket.send(heartbeat), heartbeatInterval)
  socket.on('message', (data) => receive(data.toString()))
  socket.on('close', () => {
    clearInterval(timer)
    leave()
  })
  socket.on('error', () => socket.terminate())
}

function isOrganiser(header: string | undefined, token: string): boolean {
  try {
    return viewerFor(bearerToken(header), token) === 'organiser'
  } catch {
    return false
  }
}

function refuse(socket: Duplex, error: unknown): void {
  const status = error instanceof ApiError ? error.status : 400
  const body = JSON.stringify(
    error instanceof ApiError ? error.body : { statusCode: 400, error: 'Bad Request' },
  )
  socket.end(
    `HTTP/1.1 ${status} Refused\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
