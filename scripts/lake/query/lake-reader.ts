import { DatabaseSync } from 'node:sqlite'
import { AssetAddresses } from '../assets/address.ts'
import { ApiError } from '../errors.ts'
import { DatasetTable } from '../store/dataset-table.ts'
import { DatasetReader } from './dataset-reader.ts'
import { encodeJson } from './encode.ts'
import { evaluateInTime, parseQuery } from './evaluate.ts'
import { keepJson } from './json-answer.ts'
import type { Answer, Limits, Question, WorkerSettings } from './messages.ts'
import { QueryTooLate } from './query-too-late.ts'

/** Milliseconds by which reading may extend the time of a query; less than the patience of those who wait for it. */
const maximumExtension = 400

/** Answers queries from the database alone; each sees the lake as it is at one moment. */
export class LakeReader {
  readonly #database: DatabaseSync
  readonly #addresses: AssetAddresses
  readonly #answers: string
  readonly #datasets = new Map<string, { createdAt: string; reader: DatasetReader }>()
  #deadline = Number.POSITIVE_INFINITY
  #extensions = 0

  constructor({ file, lakeUrl, answers }: WorkerSettings) {
    this.#database = new DatabaseSync(file, { readOnly: true })
    this.#addresses = new AssetAddresses(lakeUrl)
    this.#answers = answers
  }

  /** @param onBegin called when the time begins to count: once for finding the value, once for writing it out */
  async answer(question: Question, limits: Limits, onBegin: () => void): Promise<Answer> {
    this.#deadline = Number.POSITIVE_INFINITY
    this.#database.exec('begin')
    try {
      const begin = () => {
        this.#deadline = performance.now() + limits.milliseconds
        this.#extensions = maximumExtension
        onBegin()
      }
      const json = await this.#dataset(question.dataset).read(question.staged ?? [], async (documents) => {
        begin()
        const checkTime = () => this.#checkTime()
        const seen = documents.seenFrom(question.perspective, question.visibility)
        const parsed = parseQuery(question.query, question.params)
        const value = await evaluateInTime(parsed, seen, { checkTime, acceptsHeavy: limits.acceptsHeavy })
        // A long answer takes its time, however simple the query.
        begin()
        return keepJson(this.#inTime(encodeJson(value)), this.#answers)
      })
      return { kind: 'value', json }
    } catch (error) {
      return answerTo(error)
    } finally {
      this.#database.exec('rollback')
    }
  }

  #dataset(name: string): DatasetReader {
    const createdAt = new DatasetTable(this.#database).get(name)?.createdAt ?? ''
    const known = this.#datasets.get(name)
    if (known?.createdAt === createdAt) return known.reader
    const reader = new DatasetReader(this.#database, name, this.#addresses, {
      onLarge: () => this.#checkTime(),
      onKept: (milliseconds) => this.#extend(milliseconds),
    })
    this.#datasets.set(name, { createdAt, reader })
    return reader
  }

  /** What only the first of many such queries has to do is not held against it. */
  #extend(milliseconds: number): void {
    const extension = Math.min(milliseconds, this.#extensions)
    this.#extensions -= extension
    this.#deadline += extension
  }

  *#inTime<Item>(items: Iterable<Item>): Generator<Item> {
    for (const item of items) {
      this.#checkTime()
      yield item
    }
  }

  #checkTime(): void {
    if (performance.now() > this.#deadline) throw new QueryTooLate()
  }
}

function answerTo(error: unknown): Answer {
  if (error instanceof QueryTooLate) return { kind: 'late' }
  if (error instanceof ApiError) {
    const { status, message, body } = error
    return { kind: 'refused', status, message, body }
  }
  return { kind: 'fault', message: error instanceof Error ? error.message : String(error) }
}
