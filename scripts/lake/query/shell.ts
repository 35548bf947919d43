import type { StoredDocument } from '../document.ts'

/** Reads one field of a document by its id. */
type ReadField = (id: string, field: string) => unknown

/** Which fields a document has. One object serves all documents that have the same. */
type Shape = { names: string[]; own: ReadonlySet<string>; unread: ReadonlySet<string> }

/** What is known of a document: the id under which its fields can be read, and its system fields. */
type Core = { id: string; shape: Shape; system: Readonly<Record<string, unknown>> }

type SystemFields = Record<`_${string}`, unknown>

/** Not seen by anybody who lists the fields of a document. */
const withOthers = Symbol('a copy with other system fields')

type Shell = StoredDocument & { readonly [withOthers]?: (fields: SystemFields) => StoredDocument }

/**
 * Makes documents whose fields are read when somebody looks at them. For everybody else they are like any others, but
 * that they cannot be changed: all fields are their own and can be listed. System fields are there from the start.
 */
export class Shells {
  readonly #read: ReadField
  readonly #handler: ProxyHandler<Core>
  readonly #shapes = new Map<string, Shape>()
  readonly #accessors = new Map<string, PropertyDescriptor>()

  constructor(read: ReadField) {
    this.#read = read
    this.#handler = {
      get: (core, name) => this.#get(core, name),
      has: ({ shape }, name) => (typeof name === 'string' && shape.own.has(name)) || name in Object.prototype,
      ownKeys: ({ shape }) => shape.names,
      getOwnPropertyDescriptor: (core, name) => this.#describe(core, name),
      set: () => false,
      defineProperty: () => false,
      deleteProperty: () => false,
    }
  }

  /** @param document at least its system fields with their values, and every other field by name */
  of(document: StoredDocument): StoredDocument {
    const names = Object.keys(document)
    const system = Object.fromEntries(
      names.filter((name) => name.startsWith('_')).map((name) => [name, document[name]]),
    )
    return this.#shell({ id: document._id, shape: this.#shape(names), system })
  }

  #shell(core: Core): StoredDocument {
    // What it is for everybody who looks at it.
    return new Proxy(core, this.#handler) as unknown as StoredDocument
  }

  #shape(names: string[]): Shape {
    const key = JSON.stringify(names)
    const known = this.#shapes.get(key)
    if (known) return known
    const unread = new Set(names.filter((name) => !name.startsWith('_')))
    const shape = { names, own: new Set(names), unread }
    this.#shapes.set(key, shape)
    return shape
  }

  #get(core: Core, name: string | symbol): unknown {
    if (name === withOthers) return (fields: SystemFields) => this.#copy(core, fields)
    if (typeof name === 'string' && core.shape.unread.has(name)) return this.#read(core.id, name)
    // Queries ask for it at every field; as it is, it would ask for the whole description of the field.
    if (name === 'hasOwnProperty' && !core.shape.own.has(name))
      return (field: string) => core.shape.own.has(field)
    return Reflect.get(core.system, name)
  }

  #describe({ shape, system }: Core, name: string | symbol): PropertyDescriptor | undefined {
    if (typeof name === 'string' && shape.unread.has(name)) return this.#accessor(name)
    return Object.getOwnPropertyDescriptor(system, name)
  }

  #accessor(name: string): PropertyDescriptor {
    const known = this.#accessors.get(name)
    if (known) return known
    const accessor: PropertyDescriptor = {
      enumerable: true,
      configurable: true,
      get(this: StoredDocument) {
        return this[name]
      },
    }
    this.#accessors.set(name, accessor)
    return accessor
  }

  #copy({ id, shape, system }: Core, fields: SystemFields): StoredDocument {
    const added = Object.keys(fields).filter((name) => !Object.hasOwn(system, name))
    return this.#shell({
      id,
      shape: added.length === 0 ? shape : this.#shape([...shape.names, ...added]),
      system: { ...system, ...fields },
    })
  }
}

/** A copy with other values in some system fields; where fields are unread, they stay so. */
export function withSystemFields(document: StoredDocument, fields: SystemFields): StoredDocument {
  return (document as Shell)[withOthers]?.(fields) ?? { ...document, ...fields }
}
