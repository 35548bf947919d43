import { mkdirSync, rmSync } from 'node:fs'
import { ApiError, httpError, queryTimeout } from '../errors.ts'
import type { JsonAnswer } from './json-answer.ts'
import { Lane } from './lane.ts'
import type { Answer, Question, WorkerSettings } from './messages.ts'

const quickLimit = { milliseconds: 400, acceptsHeavy: false }
const slowLimit = { milliseconds: 5000, acceptsHeavy: true }

/** Its thread holds as much as that of the quick lane, and is seldom needed. */
const slowIdle = 10_000

/** Queries that may wait for the slow lane. */
const maximumWaiting = 16
/** Queries that are remembered for having been slow, and for how many milliseconds. */
const maximumRemembered = 200
const remembered = 10_000

/**
 * Answers queries in threads of their own: in a quick lane, and those that turn out to be expensive in a slow one,
 * so that they hold up nobody but each other.
 */
export class QueryPool {
  readonly #quick: Lane
  readonly #slow: Lane
  readonly #knownSlow = new Map<string, number>()

  constructor(settings: WorkerSettings) {
    // What was not sent before the lake was stopped.
    rmSync(settings.answers, { recursive: true, force: true })
    mkdirSync(settings.answers, { mode: 0o700 })
    this.#quick = new Lane(settings, { limits: quickLimit, memory: 96 })
    this.#slow = new Lane(settings, { limits: slowLimit, memory: 128, idle: slowIdle })
  }

  /**
   * The value of a query.
   * @param signal says that nobody waits for it any more
   * @throws ApiError where GROQ does not understand it, it takes too long, or too many wait
   */
  async ask(question: Question, signal?: AbortSignal): Promise<JsonAnswer> {
    const key = question.query
    const answer = await this.#quick.ask(question, { isOff: () => this.#isKnownSlow(key), signal })
    if (answer.kind !== 'late' && answer.kind !== 'large') return unwrap(answer)
    if (!signal?.aborted) this.#remember(key)
    if (this.#slow.waiting >= maximumWaiting) {
      throw httpError(503, 'Too many expensive queries are waiting. Try again in a moment.')
    }
    return unwrap(await this.#slow.ask(question, { signal }))
  }

  /** The same for those who make others wait: within the time of the quick lane or not at all. */
  async askQuickly(question: Question): Promise<JsonAnswer> {
    const answer = await this.#quick.ask(question, { acceptsHeavy: true })
    if (answer.kind !== 'late') return unwrap(answer)
    throw httpError(503, 'The query takes too long while others are writing. Try again in a moment.')
  }

  async close(): Promise<void> {
    await Promise.all([this.#quick.close(), this.#slow.close()])
  }

  #remember(key: string): void {
    if (this.#isKnownSlow(key)) return
    const oldest = this.#knownSlow.keys().next().value
    if (this.#knownSlow.size >= maximumRemembered && oldest !== undefined) this.#knownSlow.delete(oldest)
    this.#knownSlow.set(key, performance.now())
  }

  /** Not for long: a first reading may have made it slow, or something else that went on at that moment. */
  #isKnownSlow(key: string): boolean {
    const since = this.#knownSlow.get(key)
    if (since === undefined) return false
    if (performance.now() - since < remembered) return true
    this.#knownSlow.delete(key)
    return false
  }
}

function unwrap(answer: Answer): JsonAnswer {
  switch (answer.kind) {
    case 'value':
      return answer.json
    case 'refused':
      throw new ApiError(answer.status, answer.message, answer.body)
    case 'late':
      throw queryTimeout(slowLimit.milliseconds)
    case 'large':
      throw httpError(
        400,
        'The query needs too much memory. Ask for less of each document, or for fewer at a time.',
      )
    case 'ended':
      throw httpError(503, 'The lake is being stopped')
    case 'fault':
      throw new Error(`A query ended unexpectedly: ${answer.message}`)
  }
}
