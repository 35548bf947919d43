import { Failure } from '../../failure.ts'

/** Fewer documents than this may always go: somebody tidies up. */
const ordinary = 10

/** More than this share of all does not go by hand: a wrong dataset, a token that sees less, an answer that lost a part. */
const largestShare = 0.2

/**
 * Refuses a pull that would take away so much that a mistake is likelier than a person.
 * @throws Failure that names the numbers
 */
export function checkShrink({ before, gone }: { before: number; gone: number }): void {
  const isEverything = gone > 0 && gone === before
  const isMuch = gone >= ordinary && gone > before * largestShare
  if (!isEverything && !isMuch) return
  const what = isEverything
    ? `The lake says that nothing of what was published is left (${before === 1 ? 'one document' : `${before} documents`})`
    : `The lake says that ${gone} of ${before} documents are gone`
  throw new Failure(
    `${what}, which looks like a mistake.`,
    'Nothing was changed. Check SANITY_PROJECT_ID, SANITY_DATASET and SANITY_TOKEN. If so much was really deleted, build once with `--accept-shrink`.',
  )
}
