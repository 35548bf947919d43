import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { type Bounds, isWorthCompacting, usualBounds } from './bounds.ts'
import { type BuiltIndex, buildIndex, type SearchablePage } from './build-index.ts'
import { type Compaction, startCompaction } from './compaction.ts'
import { keepPrograms, programsOf } from './index-folder.ts'
import { listFile } from './index-list.ts'
import { openIndexState } from './index-state.ts'
import { scratchName } from './list-file.ts'
import { openPublishedIndexes } from './published-indexes.ts'
import { openReadings } from './readings.ts'
import { openRetiredFolders, removeOthers } from './retired-folders.ts'
import { createTurns } from './turns.ts'
import { watchChanges } from './urgent.ts'

/** The folder of the search index in an output folder; nothing else has files there. */
export const indexFolder = 'pagefind'

export type SearchIndexOptions = {
  outDir: string
  /** Where what can be made again is remembered. */
  cacheDir: string
  /**
   * For programs that go on: a new base is made beside everything else, and `update` does not wait for it.
   * `onFailure` is told what went wrong with that; it is tried again after the next update.
   */
  inBackground?: { onFailure: (error: unknown) => void } | undefined
  /** Milliseconds for which an index that was replaced still lies there, for those who are searching it. */
  grace?: number | undefined
  bounds?: Bounds | undefined
}

/** The search index of an output folder. */
export type SearchIndex = {
  /**
   * To be called before files of pages are removed or replaced. From here on, removed pages are not found. Replaced
   * ones are found by what they were until the next `update`. Takes a few milliseconds.
   */
  pagesWillChange(change: { removed: Iterable<string>; replaced: Iterable<string> }): void
  /**
   * Brings the index up to date with the pages as they lie in the output folder.
   * @param pages all that can be found
   * @returns how many pages were read, and how many wait for a new base to be found by what they are now
   * @throws Failure where a page is not there; what was found before is still found then
   */
  update(pages: Iterable<SearchablePage>): Promise<{ indexed: number; waiting: number }>
  /** The id of the process that makes a new base in the background, while there is one. */
  readonly compacting: number | undefined
  /** Resolves when no update and no new base is under way. */
  settled(): Promise<void>
  /** Ends what is under way. A base that is not ready will be begun again. */
  close(): Promise<void>
}

/** An index that lies where it was made until it is published. */
type Draft = BuiltIndex & { scratch: string }

export function openSearchIndex(options: SearchIndexOptions): SearchIndex {
  const { outDir, cacheDir, inBackground, grace = 0, bounds = usualBounds } = options
  const root = join(outDir, indexFolder)
  const state = openIndexState(cacheDir, outDir)
  const published = openPublishedIndexes(root, state)
  const retired = openRetiredFolders(root, grace)
  const readings = openReadings(outDir)
  const { inTurn, settled } = createTurns()
  let wanted = published.found
  const changes = watchChanges(wanted)
  let background: { compaction: Compaction; ended: Promise<void> } | undefined
  let isClosed = false

  const pagesAt = (urls: Iterable<string>) => [...urls].map((url) => ({ url, key: wanted.get(url) ?? '' }))
  const isIn = (index: BuiltIndex | undefined, url: string) => index?.pages.get(url)?.key === wanted.get(url)

  const draft = async (scratch: string, pages: SearchablePage[], make: () => Promise<BuiltIndex>) => {
    try {
      return { scratch, ...(await readings.follow(pages, make)) }
    } catch (error) {
      retired.retire(scratch)
      throw error
    }
  }
  const build = (urls: Iterable<string>): Promise<Draft> => {
    const scratch = scratchName()
    const pages = pagesAt(urls)
    return draft(scratch, pages, () => buildIndex(outDir, root, scratch, pages))
  }
  const compact = () => {
    const scratch = scratchName()
    const pages = pagesAt(wanted.keys())
    const compaction = startCompaction({ outDir, root, scratch, pages, isCalm: inBackground !== undefined })
    return { compaction, done: draft(scratch, pages, () => compaction.done) }
  }

  const settle = ({ scratch, folder, pages }: Draft): BuiltIndex => {
    retired.recall(folder)
    if (existsSync(join(root, folder))) retired.retire(scratch)
    else renameSync(join(root, scratch), join(root, folder))
    state.save(folder, pages)
    return { folder, pages }
  }
  const publish = (indexes?: readonly (BuiltIndex | Draft)[]) => {
    const all = indexes?.map((index) => ('scratch' in index ? settle(index) : index))
    for (const folder of published.publish(wanted, all)) {
      retired.retire(folder)
      state.forget(folder)
    }
  }

  /** @returns how many pages were read */
  const bringUpToDate = async (newBase?: Draft): Promise<number> => {
    const base = newBase ?? published.indexes()[0]
    const outside = [...wanted.keys()].filter((url) => !isIn(base, url))
    if (wanted.size <= bounds.whole) {
      const isWhole = outside.length === 0 && (base?.pages.size ?? 0) === wanted.size
      publish(isWhole ? definedOf(base) : [await build(wanted.keys())])
      return isWhole ? 0 : wanted.size
    }
    const sizes = { wanted: wanted.size, base: base?.pages.size ?? 0, outside: outside.length }
    const isWorth = isWorthCompacting(bounds, sizes)
    const isWaitedFor = isWorth && !inBackground
    // Who waits for a base all the same has what was written found before, if anything is.
    const read = isWaitedFor && !base ? 0 : await takeIn(outside, base, newBase !== undefined)
    if (isWaitedFor) {
      publish([await compact().done])
      return wanted.size
    }
    if (isWorth) compactInBackground()
    return read
  }

  /**
   * Indexes what is not in the base as it is now: the last few in the fresh index, so that one edit need not wait for
   * all those before it, and when they have become more, all together in the recent one.
   */
  const takeIn = async (outside: readonly string[], base: BuiltIndex | Draft | undefined, isNew: boolean) => {
    const late = published.indexes().slice(isNew ? -2 : 1)
    const [recent] = late
    const urgent = changes.mostUrgent(outside, bounds.recent)
    if (urgent.every((url) => late.some((index) => isIn(index, url)))) {
      publish(definedOf(base, ...late))
      return 0
    }
    const last = urgent.filter((url) => !isIn(recent, url))
    const isFew = recent !== undefined && last.length <= bounds.fresh
    const read = isFew ? last : urgent
    publish(definedOf(base, isFew ? recent : undefined, await build(read)))
    return read.length
  }

  const compactInBackground = () => {
    if (background || isClosed) return
    const { compaction, done } = compact()
    const adopt = (base: Draft) =>
      inTurn(async () => {
        background = undefined
        await bringUpToDate(base).finally(() => retired.retire(base.scratch))
        await tidyUp()
      })
    const ended = done.then(adopt).catch((error: unknown) => {
      if (background?.compaction === compaction) background = undefined
      if (!isClosed) inBackground?.onFailure(error)
    })
    background = { compaction, ended }
  }

  const folders = () => published.indexes().map(({ folder }) => folder)
  // What cannot be removed now may be the next time.
  const unlessRefused = (removing: Promise<void>) => removing.catch(() => undefined)
  const tidyUp = async () => {
    await unlessRefused(retired.sweep())
    // A base that is being made may need other programs.
    if (!background) await unlessRefused(keepPrograms(root, folders()))
  }
  const clearAway = async () => {
    state.keep(folders())
    await removeOthers(root, [listFile, ...folders(), ...(await programsOf(root, folders()))])
  }

  void inTurn(() => unlessRefused(clearAway()))
  return {
    pagesWillChange({ removed, replaced }) {
      const gone = [...removed]
      readings.willChange([...gone, ...replaced])
      for (const url of gone) wanted.delete(url)
      if (gone.length > 0) publish()
    },
    update(pages) {
      wanted = new Map(Array.from(pages, ({ url, key }) => [url, key]))
      changes.note(wanted)
      return inTurn(async () => {
        const indexed = await bringUpToDate().finally(tidyUp)
        return { indexed, waiting: published.missing() }
      })
    },
    get compacting() {
      return background?.compaction.pid
    },
    async settled() {
      await settled()
      while (background) await background.ended
    },
    async close() {
      if (isClosed) return
      isClosed = true
      background?.compaction.stop()
      await background?.ended
      await settled()
      await retired.close()
      state.close()
    },
  }
}

function definedOf<Value>(...values: (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined)
}
