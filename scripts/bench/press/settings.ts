import { join } from 'node:path'
import { lakeEnvironment } from '../../local/environment.ts'
import type { LakeAddress } from '../../local/lake-process.ts'

/** Variables for a site without pictures of its own, those that are drawn for sharing included, at one moment for ever. */
export function benchSettings(lake: LakeAddress, folder: string): Record<string, string> {
  return {
    ...lakeEnvironment(lake, 'https://blog.example'),
    SITE_PICTURES: 'cdn',
    SITE_SHARE_CARDS: 'none',
    SITE_NOW: '2026-11-20T12:00:00Z',
    SITE_CACHE: join(folder, 'cache'),
  }
}

/** Where the site is written to. */
export const outOf = (folder: string) => join(folder, 'out')
