import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LakeAddress } from './lake-process.ts'

const note = z.object({
  pid: z.number().int(),
  url: z.url(),
  projectId: z.string(),
  dataset: z.string(),
  token: z.string(),
})

const fileName = 'running.json'

/** Notes in the data folder, readable by its owner only, where the lake on it answers. */
export function noteRunning(data: string, { url, projectId, dataset, token }: LakeAddress): () => void {
  const file = join(data, fileName)
  writeFileSync(file, JSON.stringify({ pid: process.pid, url, projectId, dataset, token }), { mode: 0o600 })
  return () => rmSync(file, { force: true })
}

/** Where the lake on a data folder answers; undefined where none runs. */
export function findRunning(data: string): LakeAddress | undefined {
  try {
    const found = note.parse(JSON.parse(readFileSync(join(data, fileName), 'utf8')))
    process.kill(found.pid, 0)
    return found
  } catch {
    // No note, a broken one, or one that a killed process left behind.
    return undefined
  }
}
