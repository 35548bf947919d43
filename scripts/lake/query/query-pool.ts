import { mkdirSync, rmSync } from 'node:fs'
import { ApiError, httpError, queryTimeout } from '../errors.ts'
import { Experience } from './experience.ts'
import type { JsonAnswer } from './json-answer.ts'
import { Lane } from './lane.ts'
import type { Answer, PoolSettings, Question } from './messages.ts'

const quickLimit = { milliseconds: 400, acceptsHeavy: false }
const slowLimit = { milliseconds: 8000, acceptsHeavy: true }

/** In characters. The time to parse a query grows with the square of its length, and nothing can stop it but the end of its thread. */
const longQuery = 16 * 1024

/** Milliseconds that a query gets at first while others wait. */
const firstShare = 100

/** Its thread holds as much as that of the quick lane, and is seldom needed. */
const slowIdle = 10_000

/** Queries that may wait for the slow lane. */
const maximumWaiting = 16

/** Who comes first in the quick lane: what has been quick before, then what is new, then what needs more time. */
const ranks = { known: 0, new: 1, again: 2 }

/**
 * Answers queries in threads of their own: in a quick lane, and those that turn out to be expensive in a slow one,
 * so that they hold up nobody but each other. A query that nobody has asked before may need time for what later ones
 * find ready, so it is tried twice in the quick lane before it queues with the expensive ones.
 */
export class QueryPool {
  readonly #quick: Lane
  readonly #slow: Lane
  readonly #experience = new Experience()

  constructor(settings: PoolSettings) {
    // What was not sent before the lake was stopped.
    rmSync(settings.answers, { recursive: true, force: true })
    mkdirSync(settings.answers, { mode: 0o700 })
    this.#quick = new Lane(settings, { limits: quickLimit, memory: 96 })
    this.#slow = new Lane(settings, { limits: slowLimit, memory: 96, idle: slowIdle })
  }

  /** Reads a dataset before anybody asks. */
  prepare(dataset: string): void {
    this.#quick.prepare(dataset)
  }

  /**
   * The value of a query.
   * @param signal says that nobody waits for it any more
   * @throws ApiError where GROQ does not understand it, it takes too long, or too many wait
   */
  async ask(question: Question, signal?: AbortSignal): Promise<JsonAnswer> {
    const { query } = question
    const isOff = () => query.length > longQuery || this.#experience.of(query) === 'slow'
    const rank = this.#experience.of(query) === 'quick' ? ranks.known : ranks.new
    let answer = await this.#quick.ask(question, { rank, share: firstShare, isOff, signal })
    if (answer.kind === 'late') answer = await this.#quick.ask(question, { rank: ranks.again, isOff, signal })
    const isSlow = answer.kind === 'late' || answer.kind === 'large' || answer.kind === 'heavy'
    if (!signal?.aborted) this.#experience.add(query, isSlow ? 'slow' : 'quick')
    if (!isSlow) return unwrap(answer)
    if (this.#slow.waiting >= maximumWaiting) {
      throw httpError(503, 'Too many expensive queries are waiting. Try again in a moment.')
    }
    return unwrap(await this.#slow.ask(question, { signal }))
  }

  /** The same for those who make others wait: within the time of the quick lane or not at all. */
  async askQuickly(question: Question): Promise<JsonAnswer> {
    const answer = await this.#quick.ask(question, { acceptsHeavy: true })
    if (answer.kind !== 'late' && answer.kind !== 'heavy') return unwrap(answer)
    throw httpError(503, 'The query takes too long while others are writing. Try again in a moment.')
  }

  async close(): Promise<void> {
    await Promise.all([this.#quick.close(), this.#slow.close()])
  }
}

function unwrap(answer: Answer): JsonAnswer {
  switch (answer.kind) {
    case 'value':
      return answer.json
    case 'refused':
      throw new ApiError(answer.status, answer.message, answer.body)
    case 'late':
    case 'heavy':
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
