import type { MirrorUpdate } from '../mirror/update.ts'
import type { LakeLists } from './lake-lists.ts'
import type { Progress } from './take-news.ts'

/** How many documents are listed with one request, `recent` where it is of the newest; and how many fetched whole. */
export type PullPages = { recent: number; listed: number; whole: number }

export type PullWork = {
  update: MirrorUpdate
  lake: LakeLists
  pages: PullPages
  onProgress: Progress
}

/** What both ways of pulling find: the lake's time when they began, and ids of what is gone. */
export type Found = { time: string; gone: string[] }
