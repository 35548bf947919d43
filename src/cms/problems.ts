import type { z } from 'zod'

/**
 * Says in plain words what is wrong with a document and where, a line for each problem:
 * `body[3] (gallery).images[1].alt needs a description …`.
 */
export function problemsOf(error: z.ZodError, document: unknown): string[] {
  return error.issues.map(({ path, message }) => {
    // A wrong type is said of the thing itself, not of the field that names its type.
    const thing = path.at(-1) === '_type' ? path.slice(0, -1) : path
    return `${place(thing, document) || 'it'} ${message}`
  })
}

export function place(path: readonly PropertyKey[], document: unknown): string {
  let value = document
  let text = ''
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
    text += typeof key === 'number' ? `[${key}]` : `${text && '.'}${String(key)}`
    if (typeof key === 'number') text += typeName(value)
  }
  return text
}

function typeName(value: unknown): string {
  const type = typeof value === 'object' && value !== null ? Reflect.get(value, '_type') : undefined
  return typeof type === 'string' ? ` (${type})` : ''
}
