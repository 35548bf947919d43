import { Failure } from '../../src/failure.ts'

/** Tells a person what went wrong and what to do, without a stack; `DEBUG=1` shows the stack too. */
export function reportFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`\n${message}`)
  if (error instanceof Failure) console.error(error.hint)
  else console.error('That was not foreseen. Run it again with DEBUG=1 to see where it happened.')
  if (process.env.DEBUG) console.error(error)
}
