import { DatabaseSync } from 'node:sqlite'
import type { StoredDocument } from '../document.ts'
import { DocumentTable } from './document-table.ts'

const pageSize = 200

/** Every document of a dataset at one moment, in the order of ids, read page by page on a connection of its own. */
export function* snapshot(file: string, dataset: string): Generator<StoredDocument> {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    database.exec('begin')
    const documents = new DocumentTable(database)
    let page = documents.page(dataset, '', pageSize)
    while (page.length > 0) {
      yield* page
      page = documents.page(dataset, page.at(-1)?._id ?? '', pageSize)
    }
  } finally {
    database.close()
  }
}
