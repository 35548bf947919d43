import { existsSync, readdirSync, renameSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { scratchName } from './list-file.ts'

/** Folders of indexes that the list names no more. Readers who have the list of a moment ago still search them. */
export type RetiredFolders = {
  /** It is removed when its time has come. */
  retire(folder: string): void
  /** It is used again. */
  recall(folder: string): void
  /** Removes those whose time has come. */
  sweep(): Promise<void>
  /** Removes all of them. */
  close(): Promise<void>
}

/** @param grace milliseconds for which a retired folder is kept */
export function openRetiredFolders(root: string, grace: number): RetiredFolders {
  const retired = new Map<string, number>()
  const sweep = async (now: number) => {
    const due = [...retired].filter(([, since]) => now - since >= grace).map(([folder]) => folder)
    for (const folder of due) retired.delete(folder)
    await removeAll(root, due)
  }
  return {
    retire: (folder) => void retired.set(folder, Date.now()),
    recall: (folder) => void retired.delete(folder),
    sweep: () => sweep(Date.now()),
    close: () => sweep(Number.POSITIVE_INFINITY),
  }
}

/** Removes everything but what is named: other indexes, and what was being written when its program ended. */
export async function removeOthers(root: string, names: readonly string[]): Promise<void> {
  if (!existsSync(root)) return
  await removeAll(
    root,
    readdirSync(root).filter((name) => !names.includes(name)),
  )
}

async function removeAll(root: string, names: readonly string[]): Promise<void> {
  // First out of the way, all at once: an index with the same content may take the name again at any time.
  const scratch = names
    .filter((name) => existsSync(join(root, name)))
    .map((name) => {
      const temporary = join(root, scratchName())
      renameSync(join(root, name), temporary)
      return temporary
    })
  for (const temporary of scratch) await rm(temporary, { recursive: true, force: true })
}
