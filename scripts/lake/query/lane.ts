import { Worker } from 'node:worker_threads'
import type { Answer, Limits, Question, Told, WorkerSettings } from './messages.ts'

/** A thread stops a query by itself when its time is up. One that has not this much later is ended. */
const grace = 500

/** Megabytes of values; a query whose result needs more ends with its thread. */
const maximumHeap = 768

/** One thread that answers one question after the other, and that is replaced where it hangs or dies. */
export class Lane {
  readonly #settings: WorkerSettings
  readonly #limits: Limits
  #worker: Worker | undefined
  #tail: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(settings: WorkerSettings, limits: Limits) {
    this.#settings = settings
    this.#limits = limits
  }

  /** How many questions are not answered yet. */
  get waiting(): number {
    return this.#waiting
  }

  /** @param isOff asked when its turn has come: whether the question is for another lane after all */
  async ask(question: Question, isOff: () => boolean = () => false): Promise<Answer> {
    this.#waiting += 1
    const answer = this.#tail.then(() => (isOff() ? { kind: 'late' as const } : this.#answer(question)))
    this.#tail = answer
    try {
      return await answer
    } finally {
      this.#waiting -= 1
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #answer(question: Question): Promise<Answer> {
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
        patience = setTimeout(() => abandon({ kind: 'late' }), this.#limits.milliseconds + grace)
      }
      const onError = (error: Error) => abandon({ kind: 'fault', message: error.message })
      const onExit = () => abandon({ kind: 'fault', message: 'The thread ended' })
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage({ question, limits: this.#limits })
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#settings,
      resourceLimits: { maxOldGenerationSizeMb: maximumHeap },
    })
    worker.unref()
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
    })
    return worker
  }
}
