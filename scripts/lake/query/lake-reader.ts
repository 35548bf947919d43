import { DatabaseSync } from 'node:sqlite'
import { AssetAddresses } from '../assets/address.ts'
import { ApiError } from '../errors.ts'
import { DatasetTable } from '../store/dataset-table.ts'
import { DatasetReader } from './dataset-reader.ts'
import { encodeJson } from './encode.ts'
import { evaluateInTime, parseQuery } from './evaluate.ts'
import { HeapLimit } from './heap-limit.ts'
import { keepJson } from './json-answer.ts'
import type { Answer, Limits, Question, WorkerSettings } from './messages.ts'
import { QueryClock } from './query-clock.ts'
import { StoppedQuery } from './stopped-query.ts'

/** Hears how a question is getting on. */
export type Progress = (told: { kind: 'begun' | 'preparing' }) => void

export type LakeReaderOptions = WorkerSettings & { onProgress: Progress }

/** Answers queries from the database alone; each sees the lake as it is at one moment. */
export class LakeReader {
  readonly #database: DatabaseSync
  readonly #addresses: AssetAddresses
  readonly #answers: string
  readonly #datasets = new Map<string, { createdAt: string; reader: DatasetReader }>()
  readonly #clock: QueryClock

  constructor({ file, lakeUrl, answers, unwanted, onProgress }: LakeReaderOptions) {
    this.#database = new DatabaseSync(file, { readOnly: true })
    this.#addresses = new AssetAddresses(lakeUrl)
    this.#answers = answers
    this.#clock = new QueryClock({
      heap: new HeapLimit(),
      isUnwanted: () => Atomics.load(unwanted, 0) !== 0,
      onBegin: () => onProgress({ kind: 'begun' }),
      onPrepare: () => onProgress({ kind: 'preparing' }),
    })
  }

  async answer(question: Question, limits: Limits): Promise<Answer> {
    this.#database.exec('begin')
    try {
      const clock = this.#clock
      const json = await this.#dataset(question.dataset).read(question.staged ?? [], async (documents) => {
        clock.start(limits.milliseconds)
        const checkTime = () => clock.check()
        const parsed = parseQuery(question.query, question.params)
        const seen = documents.seenFrom(question.perspective, question.visibility)
        const value = await evaluateInTime(parsed, seen, { checkTime, acceptsHeavy: limits.acceptsHeavy })
        // A long answer takes its time, however simple the query.
        clock.start(limits.milliseconds)
        return keepJson(this.#inTime(encodeJson(value)), this.#answers)
      })
      return { kind: 'value', json }
    } catch (error) {
      return answerTo(error)
    } finally {
      this.#clock.stop()
      this.#database.exec('rollback')
    }
  }

  /** Reads a dataset before anybody asks. */
  prepare(dataset: string): void {
    this.#dataset(dataset)
  }

  #dataset(name: string): DatasetReader {
    const createdAt = new DatasetTable(this.#database).get(name)?.createdAt ?? ''
    const known = this.#datasets.get(name)
    if (known?.createdAt === createdAt) return known.reader
    const reader = new DatasetReader(this.#database, name, this.#addresses, this.#clock)
    this.#datasets.set(name, { createdAt, reader })
    return reader
  }

  *#inTime<Item>(items: Iterable<Item>): Generator<Item> {
    for (const item of items) {
      this.#clock.check()
      yield item
    }
  }
}

function answerTo(error: unknown): Answer {
  if (error instanceof StoppedQuery) return { kind: error.reason }
  if (error instanceof ApiError) {
    const { status, message, body } = error
    return { kind: 'refused', status, message, body }
  }
  return { kind: 'fault', message: error instanceof Error ? error.message : String(error) }
}
