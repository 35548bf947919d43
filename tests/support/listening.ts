import type { ListenEventName, ListenOptions, SanityClient } from '@sanity/client'

/** An event of the API as it comes; which fields it has depends on what was asked for. */
export type LakeEvent = { type: string } & Record<string, unknown>

/** A subscription that has been greeted, and whatever has come since. */
export type Listening = {
  greeting: LakeEvent
  /** The next so many events that have not been taken yet; waits for them. */
  take(count: number): Promise<LakeEvent[]>
  stop(): void
}

/** Listens through the real client. @param options as `client.listen` takes them */
export function listenTo(
  client: SanityClient,
  query: string,
  { params = {}, ...options }: ListenOptions & { params?: Record<string, unknown> } = {},
): Promise<Listening> {
  // The types allow the events of a resumed stream only together with a literal `enableResume: true`.
  const events = ['welcome', 'welcomeback', 'reset', 'mutation'] as ListenEventName[]
  return follow(client.listen(query, params, { ...options, events }))
}

/** @param stream of a subscription whose first event is its greeting */
export async function follow(stream: {
  subscribe(observer: { next(event: { type: string }): void; error(error: unknown): void }): {
    unsubscribe(): void
  }
}): Promise<Listening> {
  const waiting: LakeEvent[] = []
  let wake = Promise.withResolvers<void>()
  const subscription = stream.subscribe({
    next: (event) => {
      waiting.push({ ...event })
      wake.resolve()
    },
    error: (error) => wake.reject(error),
  })
  const take = async (count: number): Promise<LakeEvent[]> => {
    while (waiting.length < count) {
      await wake.promise
      wake = Promise.withResolvers<void>()
    }
    return waiting.splice(0, count)
  }
  const [greeting] = await take(1)
  if (!greeting) throw new Error('There was no greeting')
  return { greeting, take, stop: () => subscription.unsubscribe() }
}
