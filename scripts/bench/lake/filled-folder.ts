import { createHash } from 'node:crypto'
import { constants, cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { removeLongUnused } from '../../../src/press/unused-folders.ts'
import { startLakeProcess } from '../../local/lake-process.ts'
import { loadContent } from './load.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What the folder depends on: the content, how it is loaded, and how the lake keeps it. */
const sources = ['scripts/bench/content/*.ts', 'scripts/bench/lake/load.ts', 'scripts/lake/store/*.ts']

const loading = z.object({ milliseconds: z.number() })

export type FilledFolder = { folder: string; loadMilliseconds: number; isFresh: boolean }

/** Copies a data folder with that many documents to `folder`. It is filled through the API once and kept under `.cache`. */
export async function copyFilledFolder(
  folder: string,
  content: { recaps: number; documents: number },
): Promise<FilledFolder> {
  const kept = join(root, '.cache', 'bench')
  const original = join(kept, `lake-${content.documents}-${fingerprint()}`)
  const isFresh = !existsSync(original)
  if (isFresh) {
    const unfinished = `${original}-${process.pid}`
    await fill(unfinished, content)
    renameSync(unfinished, original)
  }
  removeLongUnused(kept, basename(original))
  cpSync(join(original, 'data'), folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const { milliseconds } = loading.parse(JSON.parse(readFileSync(join(original, 'loading.json'), 'utf8')))
  return { folder, loadMilliseconds: milliseconds, isFresh }
}

async function fill(folder: string, content: { recaps: number; documents: number }): Promise<void> {
  mkdirSync(folder, { recursive: true })
  try {
    const lake = await startLakeProcess({ data: join(folder, 'data'), port: 0, allowedOrigins: [] })
    try {
      const milliseconds = await loadContent(lake, content)
      await writeFile(join(folder, 'loading.json'), JSON.stringify({ milliseconds }))
    } finally {
      await lake.stop()
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
