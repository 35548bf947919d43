/**
 * Paths in patches are JSONMatch: `a.b`, `list[0]`, `list[-1]`, `list[_key=="k"].x`, `['any name']`, `..deep`. The
 * mutator reads the beginning of a path and ignores whatever follows that it does not understand, so that `a b` would
 * change all of `a`. Hence the whole of it is checked here.
 */

const maximumLength = 1000

const name = /[A-Za-z_][A-Za-z0-9_]*/.source
const brackets = /\[(?:[^[\]"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*\]/.source
const wholePath = new RegExp(
  `^(?:\\.\\.)?(?:${name}|${brackets})(?:\\.{1,2}${name}|(?:\\.\\.)?${brackets})*$`,
)

export function isPatchPath(path: string): boolean {
  return (
    path.length <= maximumLength &&
    wholePath.test(path) &&
    !path.includes('__proto__') &&
    rangesIn(path).every((part) => plainRanges.test(part))
  )
}

const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g
const index = /\s*-?\d+\s*/.source
const range = `(?:${index}:(?:${index}|\\s*)|\\s*:${index})`
/** Ranges have no steps, and stand among other ranges and indexes only. */
const plainRanges = new RegExp(`^\\[(?:${range}|${index})(?:,(?:${range}|${index}))*\\]$`)

function rangesIn(path: string): string[] {
  return (path.replaceAll(quoted, '""').match(/\[[^\]]*\]/g) ?? []).filter((part) => part.includes(':'))
}

/** Every item, `[*]`, in the notation that the mutator knows. */
export function normalisePatchPath(path: string): string {
  return path.replaceAll(/\[\s*\*\s*\]/g, '[0:]')
}
