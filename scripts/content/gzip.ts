import { createReadStream } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip } from 'node:zlib'
import { damaged } from './damaged.ts'

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/** What a packed file holds, as far as it goes: one that is cut off just ends. `checkGzip` tells. */
export function gunzipped(file: string): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
  // What goes wrong on the way comes out where the result is read.
  pipeline(createReadStream(file), gunzip).catch(() => undefined)
  return gunzip
}

/**
 * Makes sure that a packed file is whole and has the checksum that it ends with.
 * @param place how far its content goes
 * @throws Failure that says where it is not
 */
export async function checkGzip(file: string, archive: string, place: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  try {
    await pipeline(createReadStream(file), createGunzip(), nowhere)
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || !String(cause.code).startsWith('Z_')) throw cause
    const what = cause.code === 'Z_BUF_ERROR' ? `cut off ${place}` : `damaged ${place} (${cause.message})`
    throw damaged(`${archive} is ${what}.`, { cause })
  }
}
