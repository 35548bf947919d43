/**
 * Why a query ends without a value: it takes longer than it may or its sender has gone; it is sure to take long, since
 * it looks at all documents for each of them or its thread had to be ended; it fills the memory of its thread.
 */
export type StopReason = 'late' | 'heavy' | 'large'

export class StoppedQuery extends Error {
  readonly reason: StopReason

  constructor(reason: StopReason) {
    super(reason)
    this.reason = reason
  }
}
