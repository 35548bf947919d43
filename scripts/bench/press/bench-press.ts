import { join } from 'node:path'
import { openMirror } from '../../../src/cms/mirror.ts'
import type { Settings } from '../../../src/env.ts'
import type { Bundle } from '../../../src/press/bundle.ts'
import { openPress } from '../../../src/press/press.ts'
import { outOf } from './settings.ts'

export type TaskInput = { root: string; folder: string; bundle: Bundle; settings: Settings }

/** The mirror that `npm run press` with the same settings uses. */
export function mirrorOf({ settings }: TaskInput) {
  const mirrorFile = join(settings.cacheDir, 'mirror.sqlite')
  const { projectId, dataset } = settings.sanity
  return { mirrorFile, mirror: openMirror(mirrorFile, `local ${projectId} ${dataset}`) }
}

/** The same for its press, without search. */
export function pressOf(input: TaskInput) {
  const { root, folder, bundle, settings } = input
  const { mirror, mirrorFile } = mirrorOf(input)
  const press = openPress({
    bundle,
    root,
    outDir: outOf(folder),
    cacheDir: settings.cacheDir,
    mirror,
    mirrorFile,
    siteUrl: settings.siteUrl,
    picturesAreFiles: false,
    originals: () => Promise.reject(new Error('No pictures are made here.')),
  })
  return { press, mirror }
}

export const moment = ({ settings }: TaskInput) => settings.now ?? new Date()

/** Seconds of processor time that this process and its threads have used, and the most megabytes it has held. */
export function used() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 }
}
