import { type Addressed, pathOf } from './page.ts'

type Versioned = Addressed & { previousPaths?: unknown }

/**
 * What a draft's list of earlier addresses has to be before it is published, so that the address that it had until now
 * leads on to it; `undefined` where the list is right already.
 */
export function owedPaths(draft: Versioned | null, published: Versioned | null): string[] | undefined {
  const present = pathOf(draft)
  const until = pathOf(published)
  if (!present || !until) return undefined
  const listed = listedIn(draft)
  // Its own address would lead in a circle.
  const owed = [...new Set([...listed, until])].filter((path) => path !== present)
  return owed.join() === listed.join() ? undefined : owed
}

function listedIn(document: Versioned | null): string[] {
  const paths = document?.previousPaths
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : []
}
