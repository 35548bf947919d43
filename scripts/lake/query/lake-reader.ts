import { DatabaseSync } from 'node:sqlite'
import { AssetAddresses } from '../assets/address.ts'
import { ApiError } from '../errors.ts'
import { DatasetTable } from '../store/dataset-table.ts'
import { DatasetReader } from './dataset-reader.ts'
import { encodeJson } from './encode.ts'
import { evaluateInTime, parseQuery } from './evaluate.ts'
import type { Answer, Limits, Question, WorkerSettings } from './messages.ts'
import { QueryTooLate } from './query-too-late.ts'

/** Milliseconds by which reading may extend the time of a query; less than the patience of those who wait for it. */
const maximumExtension = 400

/** Answers queries from the database alone; each sees the lake as it is at one moment. */
export class LakeReader {
  readonly #database: DatabaseSync
  readonly #addresses: AssetAddresses
  readonly #datasets = new Map<string, { createdAt: string; reader: DatasetReader }>()
  #deadline = Number.POSITIVE_INFINITY
  #extensions = 0

  constructor({ file, lakeUrl }: WorkerSettings) {
    this.#database = new DatabaseSync(file, { readOnly: true })
    this.#addresses = new AssetAddresses(lakeUrl)
  }

  /** @param onBegin called when everything is in memory and the time begins to count */
  async answer(question: Question, limits: Limits, onBegin: () => void): Promise<Answer> {
    this.#deadline = Number.POSITIVE_INFINITY
    this.#database.exec('begin')
    try {
      const value = await this.#dataset(question.dataset).read(question.staged ?? [], (documents) => {
        this.#deadline = performance.now() + limits.milliseconds
        this.#extensions = maximumExtension
        onBegin()
        const checkTime = () => this.#checkTime()
        const seen = documents.seenFrom(question.perspective, question.visibility)
        const parsed = parseQuery(question.query, question.params)
        return evaluateInTime(parsed, seen, { checkTime, acceptsHeavy: limits.acceptsHeavy }).then(encodeJson)
      })
      return { kind: 'value', json: value }
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
