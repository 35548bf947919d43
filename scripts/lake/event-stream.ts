/** Where a stream of events goes: an HTTP response or a WebSocket. */
export type Sink = {
  send(chunk: string): void
  close(): void
}

export type StreamEvent = { event: string; id?: string; data: unknown }

/** One event in the notation of server-sent events. */
export function formatEvent({ event, id, data }: StreamEvent): string {
  const idLine = id === undefined ? '' : `id: ${id}\n`
  return `event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`
}

const heartbeatInterval = 15_000

/**
 * How long receivers wait before they come back after a break, in milliseconds. The lake is on their own machine, and
 * back soon after it was stopped: the three seconds that they would wait by themselves are spared.
 */
const comeBackAfter = 1000

/** A comment, which says nothing and shows that the connection lives. */
const heartbeat = ':\n\n'

/** What has begun to send; called once when the receiver has gone or the lake stops. */
export type Detach = () => void

/** All open streams of a lake, so that they beat and can be closed with it. */
export class EventStreams {
  readonly #open = new Map<Sink, Detach>()
  readonly #timer: NodeJS.Timeout

  constructor() {
    this.#timer = setInterval(() => {
      for (const sink of this.#open.keys()) sink.send(heartbeat)
    }, heartbeatInterval)
    this.#timer.unref()
  }

  /** Starts a stream; the returned function ends its sending without closing the sink. */
  open(sink: Sink, attach: (sink: Sink) => Detach): Detach {
    sink.send(`retry: ${comeBackAfter}\n\n`)
    this.#open.set(sink, attach(sink))
    return () => {
      this.#open.get(sink)?.()
      this.#open.delete(sink)
    }
  }

  /** Starts a stream as an HTTP response. */
  respond(attach: (sink: Sink) => Detach): Response {
    let detach: Detach | undefined
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          const close = (): void => {
            detach?.()
            controller.close()
          }
          const send = (chunk: string): void => {
            controller.enqueue(encoder.encode(chunk))
            if ((controller.desiredSize ?? 0) < -maximumBacklog) close()
          }
          detach = this.open({ send, close }, attach)
        },
        cancel: () => detach?.(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
    )
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-store',
        'x-accel-buffering': 'no',
      },
    })
  }

  closeAll(): void {
    clearInterval(this.#timer)
    for (const sink of [...this.#open.keys()]) sink.close()
  }
}

/** Bytes that may wait for a slow receiver before it is cut off; it then comes back and resumes. */
export const maximumBacklog = 32 * 1024 * 1024
