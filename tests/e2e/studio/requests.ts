import type { Page, Request } from '@playwright/test'

/** Whether a request of the Studio's has this purpose, for example `document.publish`. */
export function isFor(purpose: string): (url: URL) => boolean {
  return (url) => url.searchParams.get('tag') === `sanity.studio.${purpose}`
}

/** A request that has been stopped on its way to the lake. */
type Held = { arrived: Promise<Request>; release(): void }

/** Stops the next request with a purpose until it is released. */
export async function holdNext(page: Page, purpose: string): Promise<Held> {
  const arrived = Promise.withResolvers<Request>()
  const released = Promise.withResolvers<void>()
  await page.route(
    isFor(purpose),
    async (route) => {
      arrived.resolve(route.request())
      await released.promise
      await route.continue()
    },
    { times: 1 },
  )
  return { arrived: arrived.promise, release: released.resolve }
}

/** Resolves when the lake has told the Studio that a draft is gone. Has to be called before the Studio is opened. */
export function draftGone(page: Page): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (/"documentId":"drafts\.[^"]*".*"transition":"disappear"/.test(String(payload))) resolve()
    }),
  )
  return promise
}
