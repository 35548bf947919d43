/** The bytes ended before what was asked for was complete. */
export class EndOfBytes extends Error {}

/** Takes bytes from a stream in the amounts that somebody needs. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array()

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#chunks = bytes[Symbol.asyncIterator]()
  }

  /** As many as they come, at most this many. @throws EndOfBytes where there are none */
  async some(atMost: number): Promise<Uint8Array> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#chunks.next()
      if (done) throw new EndOfBytes('There are no more bytes.')
      this.#rest = value
    }
    const taken = this.#rest.subarray(0, atMost)
    this.#rest = this.#rest.subarray(taken.length)
    return taken
  }

  /** All of this many. @throws EndOfBytes where there are fewer */
  async exactly(count: number): Promise<Buffer> {
    const parts: Uint8Array[] = []
    for (let missing = count; missing > 0; ) {
      const part = await this.some(missing)
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }

  /** Reads to the end and forgets it. */
  async drain(): Promise<void> {
    this.#rest = new Uint8Array()
    while (!(await this.#chunks.next()).done);
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}
