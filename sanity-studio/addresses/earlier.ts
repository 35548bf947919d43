import { type Addressed, pathOf } from './page.ts'

type Versioned = Addressed & { previousPaths?: unknown }

/**
 * What a draft's list of earlier addresses has to be before it is published, so that the address that it had until now
 * leads on to it; `undefined` where the list is right already.
 */
export function owedPaths(draft: Versioned | null, published: Versioned | null): string[] | undefined {
  const present = pathOf(draft)
  if (!present) return undefined
  const listed = listedIn(draft)
  // Its own address would lead in a circle.
  const owed = withPath(listed, pathOf(published)).filter((path) => path !== present)
  return owed.join() === listed.join() ? undefined : owed
}

/** The same when a document is taken off the site: at which address it comes back, nobody knows yet. */
export function pathsToKeep(draft: Versioned | null, published: Versioned): string[] {
  return withPath(listedIn(draft ?? published), pathOf(published))
}

function withPath(listed: string[], path: string | undefined): string[] {
  return [...new Set(path ? [...listed, path] : listed)]
}

function listedIn(document: Versioned | null): string[] {
  const paths = document?.previousPaths
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : []
}
