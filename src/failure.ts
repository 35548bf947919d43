/**
 * Something went wrong that a person can do something about.
 * `message` says what happened and where; `hint` what to do next. Programs print both, never the stack.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
