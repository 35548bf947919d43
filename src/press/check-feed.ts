import { parseRssFeed } from 'feedsmith'
import { Failure } from '../failure.ts'

/** @throws Failure where a reader could not make sense of a feed */
export function checkFeed(path: string, text: string): void {
  try {
    parseRssFeed(text)
  } catch (cause) {
    throw new Failure(
      `The feed ${path} is not well-formed: ${cause instanceof Error ? cause.message : String(cause)}`,
      'This is a defect of the site’s code. Nothing was written.',
      { cause },
    )
  }
}
