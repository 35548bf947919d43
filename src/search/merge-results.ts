import type { PagefindResult } from './pagefind-api.ts'

/** What one index answered. `pages` are those that it has, `gone` the ids of results that do not count. */
export type IndexAnswer = { pages: number; gone: readonly string[]; results: readonly PagefindResult[] }

/** The results of all indexes that count, the best first. */
export function mergeResults(answers: readonly IndexAnswer[]): PagefindResult[] {
  const [first] = answers
  return answers
    .flatMap((answer) => {
      const weight = first && answer.results.length > 0 ? rarity(first) / rarity(answer) : 1
      const gone = new Set(answer.gone)
      return answer.results
        .filter(({ id }) => !gone.has(id))
        .map((result) => ({ result, score: result.score * weight }))
    })
    .sort((a, b) => b.score - a.score)
    .map(({ result }) => result)
}

/**
 * How much finding a page says, as BM25 has it, by which Pagefind ranks: every score of an index is a multiple of it.
 * A word that is rare in a large index is less so in a small one, so their scores are comparable only without it.
 */
function rarity({ pages, results }: IndexAnswer): number {
  return Math.log1p((pages - results.length + 0.5) / (results.length + 0.5))
}
