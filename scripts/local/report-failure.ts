import { asFailure } from '../../src/system-failure.ts'

/** Tells a person what went wrong and what to do, without a stack; `DEBUG=1` shows the stack too. */
export function reportFailure(error: unknown): void {
  const { message, hint } = explained(error)
  console.error(`\n${message}\n${hint}`)
  if (process.env.DEBUG) console.error(error)
}

/** What went wrong and what to do, for any error. */
export function explained(error: unknown): { message: string; hint: string } {
  const failure = asFailure(error)
  if (failure) return { message: failure.message, hint: failure.hint }
  const message = error instanceof Error ? error.message : String(error)
  return { message, hint: 'That was not foreseen. Run it again with DEBUG=1 to see where it happened.' }
}
