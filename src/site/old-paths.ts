import type { Entry } from '../cms/entry.ts'

/** Folders that are filled by something else than pages. */
const takenFolders = ['images', 'og', 'pagefind', 'sitemaps']

const mostBytes = 1000

/**
 * An old address as it is looked up: decoded, and with a slash at its end where it names no file. Undefined where it is
 * no address that a page of the site can have had, or one that a static host would take for a pattern.
 */
function oldPath(text: string): string | undefined {
  const path = decoded(text.trim())
  if (path === undefined || !path.startsWith('/') || path === '/') return undefined
  if (/[\p{C}\\?#*]/u.test(path) || new TextEncoder().encode(path).length > mostBytes) return undefined
  const segments = path.replace(/\/$/, '').slice(1).split('/')
  if (segments.some((segment) => segment === '' || /^[._:]/.test(segment))) return undefined
  if (takenFolders.includes(segments[0] ?? '')) return undefined
  return path.endsWith('/') || segments.at(-1)?.includes('.') ? path : `${path}/`
}

/** Whether a page can stand at an old address: a file with that name would be taken for HTML, and for no folder. */
export function canHavePage(path: string): boolean {
  const folders = path.split('/').slice(0, -1)
  return !folders.some((segment) => segment.includes('.')) && /(?:\/|\.html?)$/.test(path)
}

/** The old addresses of a document. */
export function oldPathsOf(entry: Entry | undefined): string[] {
  return [...new Set(writtenPaths(entry).flatMap((text) => oldPath(text) ?? []))]
}

/** What is written in its place where that is no address. */
export function misspeltPathsOf(entry: Entry): string[] {
  return writtenPaths(entry).filter((text) => oldPath(text) === undefined)
}

/** Whether a document names any old address, good or not. */
export function claimsSomething(entry: Entry | undefined): boolean {
  return writtenPaths(entry).length > 0
}

function writtenPaths(entry: Entry | undefined): string[] {
  return entry && 'previousPaths' in entry ? (entry.previousPaths ?? []) : []
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
