import { httpError, malformed } from './errors.ts'

const megabyte = 1024 * 1024
const maximumJson = 16 * megabyte

/** The whole body, unless it is larger than `limit` bytes. */
async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const tooLarge = () => httpError(413, `The body may have ${limit / megabyte} MB at most`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The body as JSON. Only `application/json` is read: a form of a foreign page cannot send that. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw httpError(415, 'The body has to be sent with content-type application/json')
  }
  const bytes = await readBytes(request, maximumJson)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw malformed('The body is not valid JSON in UTF-8')
  }
}
