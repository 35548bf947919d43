import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveFolder } from '../../scripts/publisher/serve.ts'
import { filesBelow } from '../../src/press/files.ts'
import { test as base } from './browser.ts'
import { root } from './root.ts'

/** Where the check has built the sample content; `npm test -- build:site` does it. */
export const builtSite = join(root, '.cache/check/site')

/** One address of each kind of page, as they are on the built sample. */
export const kindsOfPages = {
  home: '/',
  archive: '/recaps/',
  year: '/recaps/2026/',
  recap: '/recaps/scorecards-never-die/',
  interview: '/recaps/from-administrator-to-adviser/',
  photoStory: '/recaps/the-terrace-until-the-light-went/',
  announcement: '/recaps/september-is-upstairs/',
  authors: '/authors/',
  author: '/authors/marta-lind/',
  topics: '/topics/',
  topic: '/topics/reporting/',
  events: '/events/',
  eventToCome: '/events/a-blank-wall-for-careers/',
  eventThatWas: '/events/forty-seconds/',
  venues: '/venues/',
  venue: '/venues/tide-and-tally/',
  search: '/search/',
  notFound: '/nothing-here/',
} as const

/** Addresses of every page of the built sample. */
export function builtPages(): string[] {
  if (!existsSync(builtSite)) throw new Error(`There is no built site. Run: npm test -- build:site`)
  return filesBelow(builtSite)
    .filter((file) => file.endsWith('index.html'))
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
}

/** A browser test on the built sample, served as a static host does, on a port of the system's choice. */
export const test = base.extend<object, { siteUrl: string }>({
  siteUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const { server, port } = await serveFolder(builtSite, '127.0.0.1', 0)
      await use(`http://localhost:${port}`)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    { scope: 'worker' },
  ],
  baseURL: ({ siteUrl }, use) => use(siteUrl),
})

export { expect } from './browser.ts'
