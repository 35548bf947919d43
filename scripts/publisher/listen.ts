import { createListeningClient } from '../../src/cms/listening-client.ts'
import type { PullWay } from '../../src/cms/pull.ts'
import { documentTypes } from '../../src/cms/schemas/documents.ts'
import type { Settings } from '../../src/env.ts'

const publishedOfTypes = '*[_type in $types && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]'

/** Milliseconds until a listener that was ended by an error is opened again. */
const reopenDelay = 5_000
/** Milliseconds between questions that nobody prompted: a connection can be dead without anybody noticing. */
const pollInterval = 5 * 60_000

/**
 * Calls back whenever something published has changed or may have: also each time that the connection stands again;
 * and every few minutes to compare everything.
 * @returns what ends listening
 */
export function listenForPublishes(sanity: Settings['sanity'], changed: (way: PullWay) => void): () => void {
  const client = createListeningClient(sanity)
  let subscription: { unsubscribe: () => void } | undefined
  let reopen: NodeJS.Timeout | undefined

  const open = () => {
    subscription = client
      .listen(
        publishedOfTypes,
        { types: documentTypes },
        { events: ['welcome', 'mutation'], includeResult: false, visibility: 'query', tag: 'publisher' },
      )
      .subscribe({
        next: () => changed('quick'),
        // The client reconnects by itself after a broken connection, but not after an error that the lake tells.
        error: () => {
          changed('quick')
          reopen = setTimeout(open, reopenDelay)
        },
      })
  }
  open()
  const poll = setInterval(() => changed('whole'), pollInterval)
  return () => {
    clearInterval(poll)
    clearTimeout(reopen)
    subscription?.unsubscribe()
  }
}
