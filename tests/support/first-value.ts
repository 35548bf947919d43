/** The first value of a stream of the client, which is then left. */
export function firstValue<Value>(stream: {
  subscribe(observer: { next(value: Value): void; error(error: unknown): void }): { unsubscribe(): void }
}): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>()
  const subscription = stream.subscribe({ next: resolve, error: reject })
  return promise.finally(() => subscription.unsubscribe())
}
