/** The lake gave no answer that can be used. */
export class LakeFault extends Error {
  override readonly name = 'LakeFault'
  /** Whether the same request may well be answered in a moment. */
  readonly isPassing: boolean
  /** Milliseconds for which the lake asks to be left alone. */
  readonly retryAfter: number

  constructor(message: string, isPassing: boolean, retryAfter = 0, options?: ErrorOptions) {
    super(message, options)
    this.isPassing = isPassing
    this.retryAfter = retryAfter
  }
}
