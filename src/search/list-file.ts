import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type IndexList, listFile } from './index-list.ts'

const listedIndex = z.object({
  folder: z.string().regex(/^[0-9a-f]+$/),
  pages: z.number(),
  gone: z.array(z.string()),
})
const indexList = z.object({ indexes: z.array(listedIndex) })

/** What readers are told to search; undefined where the list is missing or damaged. */
export function readList(root: string): IndexList | undefined {
  const file = join(root, listFile)
  try {
    return existsSync(file) ? indexList.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
  } catch {
    return undefined
  }
}

/** Replaces the list in one step, before anything else in this program can happen. */
export function writeList(root: string, text: string): void {
  mkdirSync(root, { recursive: true })
  const temporary = join(root, scratchName())
  writeFileSync(temporary, text)
  renameSync(temporary, join(root, listFile))
}

/** A name for what is not finished; whatever has such a name when an index is opened is removed. */
export function scratchName(): string {
  return `.${randomUUID()}.tmp`
}
