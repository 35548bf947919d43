import type { Position } from '../cms/mirror/change-log.ts'
import type { Made, Wish } from './maker.ts'

/** What a thread of the crew works on. */
export type CrewTask = {
  /** Tells the threads apart. */
  name: string
  root: string
  fingerprint: string
  mirrorFile: string
  /** The state of the mirror that the site is made from. */
  position: Position
  outDir: string
  cacheDir: string
  siteUrl: string
  /** Whether pictures are files of the site, as for a local lake. */
  picturesAreFiles: boolean
  imageOrigin: string | undefined
  drawsShareCards: boolean
  now: Date
  /** Assets that no picture can be made of. */
  broken: ReadonlySet<string>
}

/** What a thread is sent: what to make next; an empty list ends it. */
export type CrewOrder = Wish[]

/** What it answers: what it has made. The first answer, without anything, says that it is ready. */
export type CrewAnswer = { made: Made[] } | { failure: { message: string; hint: string } }
