import { Worker } from 'node:worker_threads'
import type { Answer, Asked, Limits, PoolSettings, Question, Told, WorkerSettings } from './messages.ts'

/** A thread stops a query by itself when its time is up. One that has not this much later is ended. */
const grace = 500

/** In megabytes; more would only let waste grow for longer before it is collected. */
const youngGeneration = 8

/** A thread that is asked one question at a time, and another one where it has hung or died. */
export class QueryThread {
  readonly #settings: PoolSettings
  readonly #memory: number
  readonly #unwanted = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  #worker: Worker | undefined

  /** @param memory megabytes of values that it may hold */
  constructor(settings: PoolSettings, memory: number) {
    this.#settings = settings
    this.#memory = memory
  }

  ask(question: Question, limits: Limits): Promise<Answer> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    Atomics.store(this.#unwanted, 0, 0)
    return new Promise((resolve) => {
      let patience: NodeJS.Timeout | undefined
      const settle = (answer: Answer) => {
        clearTimeout(patience)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        resolve(answer)
      }
      const abandon = (answer: Answer) => {
        if (this.#worker === worker) this.#worker = undefined
        settle(answer)
        void worker.terminate()
      }
      const onMessage = (told: Told) => {
        if (told.kind !== 'begun' && told.kind !== 'preparing') return settle(told)
        clearTimeout(patience)
        if (told.kind === 'preparing') return
        patience = setTimeout(() => abandon({ kind: 'heavy' }), limits.milliseconds + grace)
      }
      const onError = (error: Error) => abandon(isOutOfMemory(error) ? { kind: 'large' } : faultOf(error))
      const onExit = () => abandon({ kind: 'ended' })
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage({ question, limits } satisfies Asked)
    })
  }

  /** The question that it works on is not wanted any more. */
  stopQuestion(): void {
    Atomics.store(this.#unwanted, 0, 1)
  }

  /** Whether there is a thread, however busy. */
  get isThere(): boolean {
    return this.#worker !== undefined
  }

  /** Reads a dataset before anybody asks. */
  prepare(dataset: string): void {
    this.#worker ??= this.#start()
    this.#worker.postMessage({ prepare: dataset } satisfies Asked)
  }

  async end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  #start(): Worker {
    const workerData: WorkerSettings = { ...this.#settings, unwanted: this.#unwanted }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
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
