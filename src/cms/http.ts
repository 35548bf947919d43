import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** What a server answered, to its last byte. */
export type HttpAnswer = {
  status: number
  statusText: string
  header(name: string): string | undefined
  body: string
}

export type HttpQuestion = {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Ends what is under way. */
  signal: AbortSignal
}

/**
 * Asks a server once, and follows nothing that leads elsewhere. `fetch` does the same: but to load it takes a program
 * that begins longer than the whole answer to one edit, and each of its answers twice as long.
 * @param url `http:` or `https:`
 * @throws Error where no answer came, or none to its end
 */
export async function askOverHttp(url: string, question: HttpQuestion): Promise<HttpAnswer> {
  const { body, headers, ...options } = question
  const isFar = url.startsWith('https:')
  // An import would also load all that these modules only offer, for four times as long as they take themselves.
  const { request } = process.getBuiltinModule(isFar ? 'node:https' : 'node:http')
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  // On this machine there is nothing to gain from packing.
  const packing = isFar ? { 'accept-encoding': 'gzip' } : {}
  request(url, { ...options, headers: { ...headers, ...packing } }, resolve)
    .on('error', reject)
    .end(body)
  const response = await promise
  const bytes = await bytesOf(response)
  const header = (name: string) => {
    const value = response.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  const text = header('content-encoding') === 'gzip' ? await unpack(bytes) : bytes
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    header,
    body: new TextDecoder().decode(text),
  }
}

const unpack = promisify(gunzip)

/** @throws Error where the connection ends before the answer does */
async function bytesOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return Buffer.concat(chunks)
}
