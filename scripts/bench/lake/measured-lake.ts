import type { SanityClient } from '@sanity/client'
import { lakeClient } from '../../local/lake-client.ts'
import { type LakeProcess, startLakeProcess } from '../../local/lake-process.ts'
import { memoryOf } from './memory.ts'

/** Milliseconds after which an answer is not waited for any longer. */
export const patience = 10_000

/** A lake in a process of its own, and a client of it. One that does not answer any more can be replaced. */
export class MeasuredLake {
  readonly #data: string
  #process: LakeProcess
  #client: SanityClient
  #peak = 0

  private constructor(data: string, process: LakeProcess) {
    this.#data = data
    this.#process = process
    this.#client = clientOf(process)
  }

  static async start(data: string): Promise<MeasuredLake> {
    return new MeasuredLake(data, await startLakeProcess({ data, port: 0, allowedOrigins: [] }))
  }

  get client(): SanityClient {
    return this.#client
  }

  /** Asks without the client, which has costs of its own. @throws Error where the answer is a refusal */
  async request(path: string): Promise<Response> {
    const { url, token } = this.#process
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${url}/v2026-03-01${path}`, {
      headers,
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) throw new Error(`status ${response.status}: ${await response.text()}`)
    return response
  }

  /** Megabytes that the process holds now. */
  memory(): number {
    return memoryOf(this.#process.pid, 'now')
  }

  /** The most megabytes that it ever held. */
  peakMemory(): number {
    return Math.max(this.#peak, memoryOf(this.#process.pid, 'peak'))
  }

  async stop(): Promise<void> {
    // Who works on a question without an end hears no signal but the last.
    const impatience = setTimeout(() => process.kill(this.#process.pid, 'SIGKILL'), 3000)
    await this.#process.stop()
    clearTimeout(impatience)
  }

  /** Ends the process, whatever it does, and starts another one on the same data. */
  async replace(): Promise<void> {
    this.#peak = this.peakMemory()
    process.kill(this.#process.pid, 'SIGKILL')
    await this.#process.exited
    this.#process = await startLakeProcess({ data: this.#data, port: 0, allowedOrigins: [] })
    this.#client = clientOf(this.#process)
  }
}

function clientOf(lake: LakeProcess): SanityClient {
  return lakeClient(lake, { maxRetries: 0, timeout: patience })
}
