/** As long as the exporter waits; a large dataset takes its time before the first document. */
const patience = 3 * 60_000

/**
 * Asks for something that may take long, but not for ever without a word.
 * @returns the answer's status and the bytes of its body
 */
export async function fetchPatiently(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: AsyncIterable<Uint8Array> }> {
  const silence = new AbortController()
  const wait = () =>
    setTimeout(() => silence.abort(new Error('Nothing came for three minutes.')), patience).unref()
  let clock = wait()
  const answer = await fetch(url, { headers, signal: silence.signal }).finally(() => clearTimeout(clock))
  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      clock = wait()
      for await (const chunk of answer.body ?? []) {
        clearTimeout(clock)
        yield chunk
        clock = wait()
      }
    } finally {
      clearTimeout(clock)
    }
  }
  return { status: answer.status, body: body() }
}
