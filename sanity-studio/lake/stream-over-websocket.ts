import { patientFetch } from './patient-fetch.ts'

const eventStreams = /\/data\/(?:listen|live\/events)\//

/**
 * A `fetch` that carries the lake's event streams over one WebSocket each, and everything else as usual.
 * A browser opens at most six HTTP/1.1 connections to a host; the Studio holds more streams than that
 * once a document is open, and would wait for ever on "Saving…".
 */
export function streamOverWebSocket(token: string): typeof fetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    return eventStreams.test(url.pathname) ? openStream(url, token, init?.signal) : patientFetch(input, init)
  }
}

function openStream(url: URL, token: string, signal: AbortSignal | null | undefined): Promise<Response> {
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  // A browser cannot send headers with a WebSocket.
  url.searchParams.set('wstoken', token)
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  if (signal?.aborted) return Promise.reject(signal.reason)

  const socket = new WebSocket(url)
  const body = socketBody(socket)
  socket.addEventListener('open', () =>
    resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } })),
  )
  socket.addEventListener('error', () => reject(new TypeError(`No event stream from ${url.host}`)))
  signal?.addEventListener('abort', () => {
    close(socket)
    reject(signal.reason)
  })
  return promise
}

function socketBody(socket: WebSocket): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let ended = false
  return new ReadableStream({
    start(controller) {
      socket.addEventListener('message', (event: MessageEvent<string>) => {
        if (!ended) controller.enqueue(encoder.encode(event.data))
      })
      socket.addEventListener('close', () => {
        if (!ended) controller.close()
        ended = true
      })
    },
    cancel() {
      ended = true
      close(socket)
    },
  })
}

function close(socket: WebSocket): void {
  // Closing a socket that is not open yet makes the browser write a warning.
  if (socket.readyState === WebSocket.CONNECTING) socket.addEventListener('open', () => socket.close())
  else socket.close()
}
