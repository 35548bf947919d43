import { Worker } from 'node:worker_threads'
import type { Answer, Limits, Question, Told, WorkerSettings } from './messages.ts'

/** A thread stops a query by itself when its time is up. One that has not this much later is ended. */
const grace = 500

/** In megabytes; more would only let waste grow for longer before it is collected. */
const youngGeneration = 8

export type LaneOptions = {
  limits: Limits
  /** Megabytes of values that the thread may hold; a query that needs more ends with it. */
  memory: number
  /** Milliseconds without a question after which the thread is ended, for the memory that it takes; never by default. */
  idle?: number
}

type AskOptions = {
  /** Asked when its turn has come: whether the question is for another lane after all. */
  isOff?: () => boolean
  /** Says that nobody waits for the answer any more; its turn is left out. */
  signal?: AbortSignal | undefined
  /** Other than the lane's other questions. */
  acceptsHeavy?: boolean
}

const late: Answer = { kind: 'late' }

/** One thread that answers one question after the other, and that is replaced where it hangs or dies. */
export class Lane {
  readonly #settings: WorkerSettings
  readonly #limits: Limits
  readonly #memory: number
  readonly #idle: number | undefined
  #rest: NodeJS.Timeout | undefined
  #worker: Worker | undefined
  #tail: Promise<unknown> = Promise.resolve()
  /** Those that are not answered yet, and that somebody still waits for. */
  readonly #open = new Set<Question>()

  constructor(settings: WorkerSettings, { limits, memory, idle }: LaneOptions) {
    this.#settings = settings
    this.#limits = limits
    this.#memory = memory
    this.#idle = idle
  }

  get waiting(): number {
    return this.#open.size
  }

  async ask(question: Question, { isOff, signal, ...limits }: AskOptions = {}): Promise<Answer> {
    const giveUp = () => this.#open.delete(question)
    this.#open.add(question)
    signal?.addEventListener('abort', giveUp)
    clearTimeout(this.#rest)
    const answer = this.#tail.then(() =>
      signal?.aborted || isOff?.() ? late : this.#answer(question, { ...this.#limits, ...limits }),
    )
    // One that cannot even be asked holds up nobody after it.
    this.#tail = answer.catch(() => undefined)
    try {
      return await answer
    } finally {
      giveUp()
      signal?.removeEventListener('abort', giveUp)
      if (this.waiting === 0 && this.#idle !== undefined) {
        this.#rest = setTimeout(() => this.#end(), this.#idle).unref()
      }
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#rest)
    await this.#end()
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  #answer(question: Question, limits: Limits): Promise<Answer> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    return new Promise((resolve) => {
      let patience: NodeJS.Timeout | undefined
      const settle = (answer: Answer) => {
        clearTimeout(patience)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        resolve(answer)
      }
      const abandon = (answer: Answer) => {
        this.#worker = undefined
        settle(answer)
        void worker.terminate()
      }
      const onMessage = (told: Told) => {
        if (told.kind !== 'begun') return settle(told)
        clearTimeout(patience)
        patience = setTimeout(() => abandon(late), limits.milliseconds + grace)
      }
      const onError = (error: Error) => abandon(isOutOfMemory(error) ? { kind: 'large' } : faultOf(error))
      const onExit = () => abandon({ kind: 'ended' })
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage({ question, limits })
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#settings,
      resourceLimits: { maxOldGenerationSizeMb: this.#memory, maxYoungGenerationSizeMb: youngGeneration },
    })
    worker.unref()
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
    })
    return worker
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function faultOf({ message }: Error): Answer {
  return { kind: 'fault', message }
}
