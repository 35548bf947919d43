import type { Answer, Limits, PoolSettings, Question } from './messages.ts'
import { QueryThread } from './query-thread.ts'
import { Queue } from './queue.ts'

export type LaneOptions = {
  limits: Limits
  /** Megabytes of values that the thread may hold; a query that needs more is ended. */
  memory: number
  /** Milliseconds without a question after which the thread is ended, for the memory that it takes; never by default. */
  idle?: number
}

type AskOptions = {
  /** Those of a lower rank come first. */
  rank?: number
  /** Milliseconds that it gets while others wait; as long as the lane allows by default. */
  share?: number
  /** Asked when its turn has come: whether the question is for another lane after all. */
  isOff?: () => boolean
  /** Says that nobody waits for the answer any more; its turn is left out or ended. */
  signal?: AbortSignal | undefined
  /** Other than the lane's other questions. */
  acceptsHeavy?: boolean
}

type Turn = {
  rank: number
  question: Question
  options: AskOptions
  settle: (answer: Answer | Promise<Answer>) => void
}

const late: Answer = { kind: 'late' }

/** One thread that answers one question after the other, and that is replaced where it hangs or dies. */
export class Lane {
  readonly #limits: Limits
  readonly #idle: number | undefined
  readonly #thread: QueryThread
  readonly #queue = new Queue<Turn>()
  #isClosed = false
  #rest: NodeJS.Timeout | undefined
  #current: Turn | undefined

  constructor(settings: PoolSettings, { limits, memory, idle }: LaneOptions) {
    this.#limits = limits
    this.#idle = idle
    this.#thread = new QueryThread(settings, memory)
  }

  /** Those that are not answered yet. */
  get waiting(): number {
    return this.#queue.length + (this.#current ? 1 : 0)
  }

  async ask(question: Question, options: AskOptions = {}): Promise<Answer> {
    const { signal, rank = 0 } = options
    if (signal?.aborted) return late
    clearTimeout(this.#rest)
    const { promise, resolve: settle } = Promise.withResolvers<Answer>()
    const turn = { rank, question, options, settle }
    const giveUp = () => {
      if (this.#queue.remove(turn)) settle(late)
      else if (this.#current === turn) this.#thread.stopQuestion()
    }
    signal?.addEventListener('abort', giveUp)
    this.#queue.add(turn)
    if (!this.#current) void this.#work()
    try {
      return await promise
    } finally {
      signal?.removeEventListener('abort', giveUp)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#rest)
    await this.#thread.end()
  }

  /** Reads a dataset before anybody asks. */
  prepare(dataset: string): void {
    this.#thread.prepare(dataset)
  }

  async #work(): Promise<void> {
    for (let turn = this.#queue.next(); turn; turn = this.#queue.next()) {
      this.#current = turn
      const answer = this.#answer(turn)
      turn.settle(answer)
      // One that cannot even be asked holds up nobody after it.
      await answer.catch(() => undefined)
      // Whoever comes next does not wait for a new thread to read everything.
      if (this.#idle === undefined && !this.#thread.isThere && !this.#isClosed) {
        this.#thread.prepare(turn.question.dataset)
      }
    }
    this.#current = undefined
    if (this.#idle !== undefined) this.#rest = setTimeout(() => this.#thread.end(), this.#idle).unref()
  }

  async #answer({ question, options }: Turn): Promise<Answer> {
    const { isOff, share, acceptsHeavy = this.#limits.acceptsHeavy } = options
    if (isOff?.()) return late
    const milliseconds = share !== undefined && this.#queue.length > 0 ? share : this.#limits.milliseconds
    return this.#thread.ask(question, { milliseconds, acceptsHeavy })
  }
}
