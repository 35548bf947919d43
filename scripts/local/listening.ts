import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** @param port 0 for one that the system chooses */
export async function listening(
  server: Server,
  host: string,
  port: number,
): Promise<{ server: Server; port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}
