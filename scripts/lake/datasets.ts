import { Dataset, type DatasetOptions, datasetMissing } from './dataset.ts'
import { httpError, malformed } from './errors.ts'
import type { DatasetRecord } from './store/dataset-table.ts'

/** What every dataset needs. */
type Surroundings = Pick<DatasetOptions, 'store' | 'queries' | 'lakeUrl' | 'onDelete'>

/** The datasets of the lake. */
export class Datasets {
  readonly #surroundings: Surroundings
  readonly #store: Surroundings['store']
  readonly #open = new Map<string, Dataset>()

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
    this.#store = surroundings.store
    for (const record of this.#store.datasets.all()) this.#load(record)
  }

  /** @throws 404 in the API's form where there is no such dataset */
  get(name: string): Dataset {
    const dataset = this.#open.get(name)
    if (!dataset) throw datasetMissing(name)
    return dataset
  }

  has(name: string): boolean {
    return this.#open.has(name)
  }

  list(): DatasetRecord[] {
    return this.#store.datasets.all()
  }

  create(name: string, aclMode: string): DatasetRecord {
    if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name)) {
      throw malformed('Dataset names have lower-case letters, digits, - and _ only, and 64 of them at most')
    }
    if (this.has(name)) throw httpError(409, `Dataset "${name}" already exists`)
    const record = { name, aclMode, createdAt: new Date().toISOString() }
    this.#store.datasets.put(record)
    this.#load(record)
    return record
  }

  /** @param aclMode stays as it is where none is given */
  edit(name: string, aclMode: string | undefined): DatasetRecord {
    const dataset = this.get(name)
    const record = this.#store.datasets.get(name)
    if (!record) throw new Error(`No record of the dataset ${name}`)
    const edited = { ...record, aclMode: aclMode ?? record.aclMode }
    this.#store.datasets.put(edited)
    dataset.isPrivate = edited.aclMode === 'private'
    return edited
  }

  remove(name: string): void {
    const dataset = this.get(name)
    this.#store.datasets.remove(name)
    this.#open.delete(name)
    dataset.end()
  }

  #load({ name, aclMode }: DatasetRecord): void {
    this.#open.set(name, new Dataset({ ...this.#surroundings, name, isPrivate: aclMode === 'private' }))
  }
}
