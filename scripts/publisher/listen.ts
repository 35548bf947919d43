import { createLakeClient } from '../../src/cms/client.ts'
import { documentTypes } from '../../src/cms/schemas/documents.ts'
import type { Settings } from '../../src/env.ts'

const publishedOfTypes = '*[_type in $types && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]'

/**
 * Calls back whenever something published has changed or may have: also each time that the connection stands again.
 * @returns what ends listening
 */
export function listenForPublishes(sanity: Settings['sanity'], changed: () => void): () => void {
  const subscription = createLakeClient(sanity)
    .listen(
      publishedOfTypes,
      { types: documentTypes },
      { events: ['welcome', 'mutation'], includeResult: false, visibility: 'query', tag: 'publisher' },
    )
    .subscribe({
      next: changed,
      // The client reconnects by itself; it gives up only where the lake refuses, which the next pull will explain.
      error: changed,
    })
  return () => subscription.unsubscribe()
}
