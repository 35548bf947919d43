import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a static host is told beside the files: `_redirects` and `_headers`, as far as this site uses them. */
export type HostRules = {
  /** Where an address leads; undefined for one that is no old one. */
  redirectOf(pathname: string): string | undefined
  /** Name and value of each header; where several rules give one, the last. */
  headersOf(pathname: string): Map<string, string>
}

/** The rules of a folder, read again whenever one of the two files has changed. */
export function hostRules(folder: string): HostRules {
  const redirects = rereading(join(folder, '_redirects'), parseRedirects)
  const headers = rereading(join(folder, '_headers'), parseHeaders)
  return {
    redirectOf: (pathname) => redirects().get(asWritten(pathname)),
    headersOf: (pathname) =>
      new Map(headers().flatMap((rule) => (matches(rule.pattern, pathname) ? rule.headers : []))),
  }
}

/** Lines of `from to status`. */
function parseRedirects(text: string): Map<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [from, to] = line.split(' ')
      return from && to ? [[asWritten(from), to]] : []
    }),
  )
}

type HeaderRule = { pattern: string; headers: [name: string, value: string][] }

/** An address, and under it, indented, its headers. */
function parseHeaders(text: string): HeaderRule[] {
  return text.split(/\n(?=\S)/).map((rule) => {
    const [pattern = '', ...lines] = rule.trimEnd().split('\n')
    return {
      pattern,
      headers: lines.map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
      }),
    }
  })
}

function matches(pattern: string, pathname: string): boolean {
  return pattern.endsWith('*') ? pathname.startsWith(pattern.slice(0, -1)) : pathname === pattern
}

/** One spelling of an address, whichever of its letters are escaped. */
function asWritten(pathname: string): string {
  try {
    return encodeURI(decodeURI(pathname))
  } catch {
    return pathname
  }
}

function rereading<T>(file: string, parse: (text: string) => T): () => T {
  let known: { changed: number; rules: T } | undefined
  return () => {
    // A site that is not built yet has no rules.
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (known?.changed !== changed)
      known = { changed, rules: parse(changed === 0 ? '' : readFileSync(file, 'utf8')) }
    return known.rules
  }
}
