import type { PullWay } from '../../src/cms/pull.ts'
import type { Settings } from '../../src/env.ts'
import type { Bundle } from '../../src/press/bundle.ts'
import { type Edition, openEditions } from '../../src/press/editions.ts'
import { closeIndexer } from '../../src/search/build-index.ts'
import { listenForPublishes } from './listen.ts'
import { createRefresher } from './refresher.ts'

type PublisherOptions = {
  settings: Settings
  bundle: Bundle
  /** Folder of the project. */
  root: string
  outDir: string
  onEdition: (edition: Edition, took: number) => void
  onFailure: (error: unknown) => void
  onProgress?: (step: string, done: number, total: number) => void
}

function isNews({ pressed, refusals }: Edition, last: Edition | undefined): boolean {
  const changes = [pressed.rendered, pressed.removed]
  return (
    changes.some((list) => list.length > 0) ||
    JSON.stringify(refusals) !== JSON.stringify(last?.refusals ?? [])
  )
}

/** Keeps the files of a site up to date with what is published. */
export type Publisher = { close(): Promise<void> }

/** Longest delay that a timer can have; a later moment is reached in several steps. */
const longestDelay = 2 ** 31 - 1
const retryDelay = 5000
/** Milliseconds for which a reader may still search an index that was replaced. */
const searchGrace = 60_000

/**
 * Writes the first edition, then a new one whenever something is published or its moment has come.
 * @throws what the first edition failed with; later failures go to `onFailure`, and the site stays as it was
 */
export async function startPublisher(options: PublisherOptions): Promise<Publisher> {
  const { settings, bundle, root, outDir, onEdition, onFailure, onProgress } = options
  const editions = openEditions({
    settings,
    bundle,
    root,
    outDir,
    search: { inBackground: { onFailure }, grace: searchGrace },
    onProgress,
  })
  let timer: NodeJS.Timeout | undefined
  let last: Edition | undefined
  let way: PullWay = 'whole'

  const publish = async () => {
    const began = performance.now()
    const pulling = { way }
    way = 'quick'
    const edition = await editions.bringUpToDate({ pulling })
    if (isNews(edition, last)) onEdition(edition, performance.now() - began)
    last = edition
    schedule(edition.pressed.validUntil)
    searching.refresh().catch(onFailure)
  }

  // On its own: the next edition of the pages does not wait for the index of the last.
  const searching = createRefresher(async () => {
    await editions.updateSearch()
  })
  const { refresh, settled } = createRefresher(publish)
  const refreshLater = () => {
    refresh().catch((error: unknown) => {
      way = 'whole'
      onFailure(error)
      clearTimeout(timer)
      timer = setTimeout(refreshLater, retryDelay)
    })
  }
  const schedule = (moment: Date | undefined) => {
    clearTimeout(timer)
    // A site that is made for one given moment has no later one.
    if (moment === undefined || settings.now !== undefined) return
    timer = setTimeout(refreshLater, Math.min(longestDelay, Math.max(0, moment.getTime() - Date.now())))
  }

  await refresh().catch(async (error: unknown) => {
    await editions.close()
    throw error
  })
  const stopListening = listenForPublishes(settings.sanity, (wanted) => {
    if (wanted === 'whole') way = wanted
    refreshLater()
  })
  return {
    async close() {
      stopListening()
      clearTimeout(timer)
      await settled()
      clearTimeout(timer)
      await searching.settled()
      await editions.close()
      await closeIndexer()
    },
  }
}
