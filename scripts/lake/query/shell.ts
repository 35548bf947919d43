import type { StoredDocument } from '../document.ts'

/** Not seen by anybody who lists the fields of a document, but copied along with them. */
const source = Symbol('the id under which the fields can be read')

/** Reads one field of a document by its id. */
type ReadField = (id: string, field: string) => unknown

/**
 * Makes documents whose fields are read when somebody looks at them. For everybody else they are like any others:
 * all fields are their own and can be listed. System fields are there from the start.
 */
export class Shells {
  readonly #read: ReadField
  // Shared by all shells, which keeps each of them small.
  readonly #accessors = new Map<string, PropertyDescriptor>()

  constructor(read: ReadField) {
    this.#read = read
  }

  /** @param document at least its system fields with their values, and every other field by name */
  of(document: StoredDocument): StoredDocument {
    const shell = Object.defineProperty({}, source, { value: document._id })
    for (const [name, value] of Object.entries(document)) {
      if (name.startsWith('_')) Object.defineProperty(shell, name, { ...plain, value })
      else Object.defineProperty(shell, name, this.#accessor(name))
    }
    return shell as StoredDocument
  }

  #accessor(name: string): PropertyDescriptor {
    const known = this.#accessors.get(name)
    if (known) return known
    const read = this.#read
    const accessor: PropertyDescriptor = {
      enumerable: true,
      configurable: true,
      get(this: { [source]: string }) {
        return read(this[source], name)
      },
    }
    this.#accessors.set(name, accessor)
    return accessor
  }
}

const plain = { enumerable: true, configurable: true, writable: true }

/** A copy with other values in some system fields, and all others still unread. */
export function shellWith(shell: StoredDocument, fields: Record<`_${string}`, unknown>): StoredDocument {
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(shell))
  return Object.assign(copy, fields) as StoredDocument
}
