import { indexAddress, loadPagefind } from './pagefind-api.ts'
import { resultItem } from './result-item.ts'
import { openSiteSearch } from './site-search.ts'
import { wordsOfAddress } from './words-of-address.ts'

const mostResults = 5

/** Searches for the words of an address that leads nowhere: for all of them or, in vain, for the longest that finds. */
export async function searchLostPage(document: Document): Promise<void> {
  const words = wordsOfAddress(location.pathname)
  const input = document.querySelector<HTMLInputElement>('.search-form input')
  const found = document.querySelector<HTMLElement>('.perhaps')
  if (words.length === 0 || !input || !found) return
  input.value = words.join(' ')
  const site = openSiteSearch(indexAddress, loadPagefind)
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  for (const query of new Set([words.join(' '), ...longestFirst])) {
    const answer = await site.search(query, 0)
    if (!answer || answer.count === 0) continue
    const best = await answer.best(mostResults)
    found.querySelector('.results')?.replaceChildren(...best.map((page) => resultItem(document, page)))
    found.hidden = false
    return
  }
}
