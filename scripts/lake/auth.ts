import { randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { unauthorised } from './errors.ts'

/** Who asks: the holder of the token may do everything, anybody else may read what is public. */
export type Viewer = 'organiser' | 'anonymous'

const ownerOnly = 0o600

/** The token in this file; made on first use, readable for its owner only. */
export function readOrCreateToken(file: string): string {
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: ownerOnly, flag: 'wx' })
  chmodSync(file, ownerOnly)
  const token = readFileSync(file, 'utf8').trim()
  if (token.length >= 32) return token
  writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: ownerOnly })
  return readFileSync(file, 'utf8').trim()
}

/** @throws unauthorised for a token that is not the lake's: whoever sends one means to be somebody */
export function viewerFor(sent: string | undefined, token: string): Viewer {
  if (sent === undefined) return 'anonymous'
  if (!sameSecret(sent, token)) throw unauthorised('Session not found')
  return 'organiser'
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(header: string | null | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1]
}

function sameSecret(sent: string, token: string): boolean {
  const a = Buffer.from(sent)
  const b = Buffer.from(token)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** @throws unauthorised for anybody but the organiser */
export function requireToken(viewer: Viewer): void {
  if (viewer === 'anonymous') throw unauthorised('This needs the token of the local lake')
}
