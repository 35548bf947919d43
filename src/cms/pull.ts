import { Failure } from '../failure.ts'
import type { LakeClient } from './client.ts'
import { type Clock, systemClock } from './clock.ts'
import type { MirrorUpdate } from './mirror/update.ts'
import type { Mirror } from './mirror.ts'
import { type Patience, patientlyAsking } from './patience.ts'
import { lakeLists } from './pull/lake-lists.ts'
import { pullQuick } from './pull/quick.ts'
import { checkShrink } from './pull/shrink.ts'
import type { Progress } from './pull/take-news.ts'
import { pullWhole } from './pull/whole.ts'
import type { PullPages } from './pull/work.ts'
import type { Refusal } from './refusal.ts'

/** `whole` compares everything, `quick` only what was published last. */
export type PullWay = 'whole' | 'quick'

export type PullOptions = {
  /** `quick` becomes `whole` where it cannot be sure. */
  way?: PullWay | undefined
  /** Takes it that much, or everything, was really deleted. */
  acceptShrink?: boolean | undefined
  onProgress?: Progress | undefined
  pages?: PullPages
  patience?: Patience
  clock?: Clock
}

/** What a pull found: ids of good documents that are new or changed, ids of documents that are gone. */
export type PullReport = {
  way: PullWay
  changed: string[]
  removed: string[]
  /** Documents that are published, good or not. */
  total: number
  refusals: Refusal[]
}

const usualPages: PullPages = { recent: 100, listed: 5000, whole: 200 }

const usualPatience: Patience = { answer: 20_000, progress: 60_000, total: 15 * 60_000 }

/**
 * Brings the mirror up to date with what is published. Completes or changes nothing; whoever reads the mirror meanwhile
 * sees it as it was.
 * @throws Failure when the lake cannot be reached, answers with anything but documents, or has lost so many that it
 *   looks like a mistake
 */
export async function pull(
  client: LakeClient,
  mirror: Mirror,
  options: PullOptions = {},
): Promise<PullReport> {
  const { patience = usualPatience, clock = systemClock, pages = usualPages } = options
  const cancel = new AbortController()
  const update = await beginPatiently(mirror, patience.progress, clock)
  const patiently = patientlyAsking(client.place, { patience, clock, cancelled: cancel.signal })
  try {
    const work = {
      update,
      lake: lakeLists(client, patiently),
      pages,
      onProgress: options.onProgress ?? (() => undefined),
    }
    const before = update.count()
    const quick = options.way === 'quick' ? await pullQuick(work) : undefined
    const { time, gone } = quick ?? (await pullWhole(work))
    if (options.acceptShrink !== true) checkShrink({ before, gone: gone.length })
    for (const id of gone) update.remove(id)
    const total = update.count()
    const { changed } = update.finish(time)
    const way = quick ? 'quick' : 'whole'
    return { way, changed, removed: gone, total, refusals: mirror.refusals() }
  } catch (error) {
    update.abandon()
    cancel.abort()
    throw error
  }
}

/** Waits while another program pulls into the same mirror. */
async function beginPatiently(mirror: Mirror, patience: number, clock: Clock): Promise<MirrorUpdate> {
  const began = clock.elapsed()
  for (;;) {
    try {
      return mirror.begin()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (clock.elapsed() - began > patience)
        throw new Failure(
          'The content could not be pulled: another program has been pulling it all the time.',
          'Nothing was changed. Wait until the other build is done, or end it, and try again.',
          { cause: error },
        )
      await clock.pause(100)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5
}
