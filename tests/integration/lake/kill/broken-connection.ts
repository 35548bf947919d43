/** Whether there was no answer at all, as when the lake has gone; a refusal has a status. */
export function isBrokenConnection(error: unknown): boolean {
  return error instanceof Error && !('statusCode' in error)
}
