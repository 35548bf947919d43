import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** An address that stays the same while the lakes behind it come and go. */
export type Door = {
  url: string
  /** From now on callers get to this address. */
  open(url: string): void
  /** From now on callers are turned away. */
  shut(): void
  /** Puts out whoever has got in. */
  cut(): void
  /** Resolves at once where it is open, else as soon as it is. */
  opened(): Promise<void>
  close(): Promise<void>
}

/** Stands where clients look for a lake; on a port of the system's choice. */
export async function startDoor(): Promise<Door> {
  let opening = Promise.withResolvers<number>()
  let port: number | undefined
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer((caller) => {
    if (port === undefined) caller.destroy()
    else join(keep(caller), keep(connect(port, '127.0.0.1')))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The door has no port.')

  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const shut = () => {
    if (port !== undefined) opening = Promise.withResolvers()
    port = undefined
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    open(url) {
      port = Number(new URL(url).port)
      opening.resolve(port)
    },
    shut,
    cut,
    opened: () => opening.promise.then(() => undefined),
    async close() {
      shut()
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function join(caller: Socket, lake: Socket): void {
  caller.pipe(lake)
  lake.pipe(caller)
  // Of a lake that is gone the last words still get through.
  lake.on('error', () => caller.destroy())
  caller.on('error', () => lake.destroy()).on('close', () => lake.destroy())
}
