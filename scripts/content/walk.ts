/** Every object in a value, itself included, from the outside in; arrays are gone through. */
export function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) {
    for (const item of value) yield* objectsIn(item)
  } else if (isObject(value)) {
    yield value
    for (const item of Object.values(value)) yield* objectsIn(item)
  }
}

/** A copy in which every object, from the inside out, is what `change` makes of it. */
export function mapObjects(
  object: Record<string, unknown>,
  change: (object: Record<string, unknown>) => Record<string, unknown>,
): Record<string, unknown> {
  const mapValue = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mapValue)
    return isObject(value) ? mapObjects(value, change) : value
  }
  return change(Object.fromEntries(Object.entries(object).map(([name, value]) => [name, mapValue(value)])))
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
