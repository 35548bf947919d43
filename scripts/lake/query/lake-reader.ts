import { DatabaseSync } from 'node:sqlite'
import { AssetAddresses } from '../assets/address.ts'
import { ApiError } from '../errors.ts'
import { DatasetTable } from '../store/dataset-table.ts'
import { DatasetReader } from './dataset-reader.ts'
import { encodeJson } from './encode.ts'
import { evaluateInTime, parseQuery } from './evaluate.ts'
import type { Answer, Limits, Question, WorkerSettings } from './messages.ts'
import { QueryTooLate } from './query-too-late.ts'

/** Answers queries from the database alone; each sees the lake as it is at one moment. */
export class LakeReader {
  readonly #database: DatabaseSync
  readonly #addresses: AssetAddresses
  readonly #datasets = new Map<string, { createdAt: string; reader: DatasetReader }>()
  #deadline = Number.POSITIVE_INFINITY

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
    const reader = new DatasetReader(this.#database, name, this.#addresses, () => this.#checkTime())
    this.#datasets.set(name, { createdAt, reader })
    return reader
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
