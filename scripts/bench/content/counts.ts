import { Failure } from '../../../src/failure.ts'

/** How many documents of each kind; one for the site's settings comes on top. */
export type Counts = {
  recaps: number
  authors: number
  events: number
  venues: number
  topics: number
  assets: number
}

/**
 * Shares the documents that are no recaps out, in the proportions of a community that meets, writes and takes pictures.
 * @param documents all that there shall be, of any kind
 * @param assets where it is known how many pictures there are; there are more evenings or fewer instead
 * @throws Failure where there is no room for one of each kind
 */
export function countsFor(recaps: number, documents: number, assets?: number): Counts {
  const rest = documents - recaps - 1
  const topics = Math.max(3, Math.round(Math.sqrt(recaps) * 1.2))
  const authors = Math.max(2, Math.round(rest * 0.08))
  const venues = Math.max(1, Math.round(rest * 0.04))
  const pictures = assets ?? Math.max(1, Math.round(rest * 0.48))
  const events = rest - topics - authors - venues - pictures
  if (events < 1)
    throw new Failure(
      `${documents} documents leave no room for ${recaps} recaps with their authors, evenings and pictures.`,
      `Ask for at least ${3 * recaps + 20} documents.`,
    )
  return { recaps, authors, events, venues, topics, assets: pictures }
}
