import { test as base, expect } from '@playwright/test'

/**
 * Playwright's test, which fails as well if a page throws, or asks for anything that is not on this machine.
 * `test.use({ strangers: [/^https:\/\/cdn\.example\//] })` names addresses that may be asked for; they are never
 * reached (see playwright.config.ts).
 */
export const test = base.extend<Options & { calm: undefined }>({
  strangers: [[], { option: true }],
  calm: [
    async ({ context, strangers }, use) => {
      const complaints: string[] = []
      context.on('weberror', (thrown) => {
        complaints.push(`a page threw: ${thrown.error().message}`)
      })
      context.on('request', (request) => {
        const url = request.url()
        if (isForeign(url) && !strangers.some((allowed) => allowed.test(url))) {
          complaints.push(`a page asked for ${url}`)
        }
      })
      await use(undefined)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

function isForeign(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
}

type Options = { strangers: RegExp[] }
