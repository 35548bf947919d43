import { malformed } from './errors.ts'

const maximumDepth = 100
const maximumKeyLength = 1000

/** Refuses values no sane document has, before recursive code meets them. Does not recurse itself. */
export function checkNesting(value: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > maximumDepth) throw malformed(`Values may be nested ${maximumDepth} levels deep at most`)
    for (const [key, item] of Object.entries(next.value)) {
      if (key.length > maximumKeyLength) {
        throw malformed(`Attribute names may have ${maximumKeyLength} characters at most`)
      }
      if (key === '__proto__') throw malformed('"__proto__" is not allowed as an attribute name')
      open.push({ value: item, depth: next.depth + 1 })
    }
  }
}
