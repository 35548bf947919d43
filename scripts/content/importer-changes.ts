import type { ExportedDocument } from './documents-file.ts'
import { isObject, mapObjects } from './walk.ts'

/**
 * Sanity's importer sees to it that documents suit the Studio: objects in arrays get a `_key`, references a `_type`.
 * It also makes references weak and strong again, by paths that only plain names of fields survive.
 * @returns true for a document that would not arrive as it is
 */
export function isChangedByImporter(document: ExportedDocument): boolean {
  return isChanged(document)
}

function isChanged(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.some((item) => (isObject(item) && !('_key' in item)) || isChanged(item))
  }
  if (!isObject(value)) return false
  const isOddReference =
    '_ref' in value &&
    (!('_type' in value) || '_projectId' in value || ('_weak' in value && value._weak !== true))
  return (
    isOddReference ||
    Object.entries(value).some(([name, item]) => !/^[A-Za-z_]\w*$/.test(name) || isChanged(item))
  )
}

/** A copy in which no reference is strong, so that the importer has none to make weak. */
export function weakened(document: ExportedDocument): ExportedDocument {
  const copy = mapObjects(document, (object) => ('_ref' in object ? { ...object, _weak: true } : object))
  return { ...copy, _id: document._id, _type: document._type }
}
