import { randomBytes } from 'node:crypto'

/** A copy in which every object in an array has a `_key`, as `autoGenerateArrayKeys` asks for. */
export function addArrayKeys<Value>(value: Value): Value {
  return withKeys(value) as Value
}

function withKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withKey(withKeys(item)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withKeys(item)]))
}

function withKey(item: unknown): unknown {
  const needsKey = typeof item === 'object' && item !== null && !Array.isArray(item) && !('_key' in item)
  return needsKey ? { _key: randomBytes(6).toString('hex'), ...item } : item
}
