import { Dataset } from './dataset.ts'
import { httpError, malformed } from './errors.ts'
import { projectId } from './project.ts'
import type { DatasetRecord, Store } from './store.ts'

/** The datasets of the lake, each read into memory when the lake starts. */
export class Datasets {
  readonly #store: Store
  readonly #lakeUrl: string
  readonly #open = new Map<string, Dataset>()

  constructor(store: Store, lakeUrl: string) {
    this.#store = store
    this.#lakeUrl = lakeUrl
    for (const record of store.datasets()) this.#load(record)
  }

  /** @throws 404 in the API's form where there is no such dataset */
  get(name: string): Dataset {
    const dataset = this.#open.get(name)
    if (!dataset) throw httpError(404, `Dataset "${name}" not found for project ID "${projectId}"`)
    return dataset
  }

  has(name: string): boolean {
    return this.#open.has(name)
  }

  list(): DatasetRecord[] {
    return this.#store.datasets()
  }

  create(name: string, aclMode: string): DatasetRecord {
    if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name)) {
      throw malformed('Dataset names have lower-case letters, digits, - and _ only, and 64 of them at most')
    }
    if (this.has(name)) throw httpError(409, `Dataset "${name}" already exists`)
    const record = { name, aclMode, createdAt: new Date().toISOString() }
    this.#store.addDataset(record)
    this.#load(record)
    return record
  }

  /** @param aclMode stays as it is where none is given */
  edit(name: string, aclMode: string | undefined): DatasetRecord {
    const dataset = this.get(name)
    if (aclMode !== undefined) {
      this.#store.setAclMode(name, aclMode)
      dataset.isPrivate = aclMode === 'private'
    }
    const record = this.list().find((one) => one.name === name)
    if (!record) throw new Error(`No record of the dataset ${name}`)
    return record
  }

  remove(name: string): void {
    this.#store.removeDataset(this.get(name).name)
    this.#open.delete(name)
  }

  #load({ name, aclMode }: DatasetRecord): void {
    this.#open.set(
      name,
      new Dataset({ name, isPrivate: aclMode === 'private', store: this.#store, lakeUrl: this.#lakeUrl }),
    )
  }
}
