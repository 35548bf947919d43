import type { ExportedDocument } from './documents-file.ts'
import { objectsIn } from './walk.ts'

/** Ids of the documents that have to be in the dataset for this one to be accepted. */
export function strongReferencesOf(document: ExportedDocument): Set<string> {
  const ids = new Set<string>()
  for (const object of objectsIn(document)) {
    const { _ref, _weak } = object
    // References into other datasets and media libraries (`dataset:…`) are nobody's business here.
    if (typeof _ref === 'string' && _weak !== true && !('_dataset' in object) && !_ref.includes(':'))
      ids.add(_ref)
  }
  return ids
}
