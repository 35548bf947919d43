import type { SanityClient } from '@sanity/client'
import type { StudioListener } from './studio-listeners.ts'

const patience = 10_000

/** Opens event streams and tells when all of them that should have heard of a transaction. */
export async function arrivals(client: SanityClient, listeners: readonly StudioListener[]) {
  const expected = listeners.filter(({ hears }) => hears).length
  const pending = new Map<string, { left: number; resolve: () => void }>()
  const subscriptions = await Promise.all(
    listeners.map(({ query, params = {}, options }) => {
      const { promise, resolve, reject } = Promise.withResolvers<{ unsubscribe(): void }>()
      const subscription = client
        .withConfig({ apiVersion: '2025-02-19' })
        .listen(query, params, { ...options, events: ['welcome', 'mutation'], includeResult: false })
        .subscribe({
          next: (event) => {
            if (event.type === 'welcome') return resolve(subscription)
            if (event.type !== 'mutation') return
            const waiting = pending.get(event.transactionId)
            if (waiting && --waiting.left === 0) waiting.resolve()
          },
          error: reject,
        })
      return promise
    }),
  )
  return {
    wait: (transactionId: string) =>
      new Promise<void>((resolve, reject) => {
        const impatience = setTimeout(() => reject(new Error('an event did not arrive in 10 s')), patience)
        pending.set(transactionId, {
          left: expected,
          resolve: () => {
            clearTimeout(impatience)
            pending.delete(transactionId)
            resolve()
          },
        })
      }),
    stop: () => {
      for (const subscription of subscriptions) subscription.unsubscribe()
    },
  }
}
