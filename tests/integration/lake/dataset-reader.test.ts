import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished } from 'vitest'
import { AssetAddresses } from '../../../scripts/lake/assets/address.ts'
import type { NewDocument, StoredDocument } from '../../../scripts/lake/document.ts'
import { DatasetReader } from '../../../scripts/lake/query/dataset-reader.ts'
import { HeapLimit } from '../../../scripts/lake/query/heap-limit.ts'
import { QueryClock } from '../../../scripts/lake/query/query-clock.ts'
import { Store } from '../../../scripts/lake/store/store.ts'
import { test } from '../../support/lake.ts'

const dataset = 'production'

test('what is written while a thread reads a dataset for the first time is not missed', async ({
  dataDir,
}) => {
  const file = path.join(dataDir, 'lake.sqlite')
  const store = new Store(file)
  onTestFinished(() => store.close())
  for (const name of ['a', 'b', 'c']) write(store, name, 'first')
  const database = new DatabaseSync(file, { readOnly: true })
  onTestFinished(() => database.close())

  let isWritten = false
  const addresses = new InterruptedAddresses(() => {
    if (isWritten) return
    isWritten = true
    for (const name of ['a', 'b', 'c', 'd']) write(store, name, 'second')
  })
  const reader = new DatasetReader(database, dataset, addresses, unhurried())
  expect(isWritten).toBe(true)
  const revisions = await reader.read([], async (documents) =>
    documents
      .seenFrom({ kind: 'raw' }, 'everything')
      .all()
      .map(({ _rev }) => _rev),
  )
  expect(revisions).toEqual(['a-second', 'b-second', 'c-second', 'd-second'])
})

/** Does something at every document that is read. */
class InterruptedAddresses extends AssetAddresses {
  readonly #interrupt: () => void

  constructor(interrupt: () => void) {
    super('http://localhost')
    this.#interrupt = interrupt
  }

  override add<Kind extends NewDocument>(document: Kind): Kind {
    this.#interrupt()
    return super.add(document)
  }
}

function unhurried(): QueryClock {
  const nothing = () => undefined
  return new QueryClock({
    heap: new HeapLimit(),
    isUnwanted: () => false,
    onBegin: nothing,
    onPrepare: nothing,
  })
}

function write(store: Store, name: string, state: string): void {
  const id = `${name}-${state}`
  const timestamp = new Date().toISOString()
  const after: StoredDocument = {
    _id: name,
    _type: 'note',
    _rev: id,
    _createdAt: timestamp,
    _updatedAt: timestamp,
  }
  const before = store.documents.get(dataset, name) ?? null
  const change = { documentId: name, before, after, mutations: [{ createOrReplace: after }] }
  store.commit(dataset, { id, timestamp, author: 'organiser', actions: [], changes: [change] })
}
