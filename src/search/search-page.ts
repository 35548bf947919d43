import { wordsFor } from '../words/speech.ts'
import { type FoundPage, indexAddress, loadPagefind } from './pagefind-api.ts'
import { resultItem } from './result-item.ts'
import { openSiteSearch } from './site-search.ts'

const mostResults = 20

/** Milliseconds that somebody who types takes to the next letter. */
const betweenLetters = 300

/** Makes the search page search in place: from the first letters, with the words in the address. */
export function startSearch(document: Document): void {
  const form = find(document, '.search-form', HTMLFormElement)
  const input = find(document, '.search-form input', HTMLInputElement)
  const status = find(document, '.search-status', HTMLElement)
  const results = find(document, '.results', HTMLElement)
  const browse = find(document, '.browse', HTMLElement)
  const words = wordsFor(document.documentElement.lang)
  const site = openSiteSearch(indexAddress, loadPagefind)

  const show = (text: string, found: FoundPage[]) => {
    status.textContent = text
    results.replaceChildren(...found.map((page) => resultItem(document, page)))
  }

  const search = async (delay: number) => {
    const query = input.value.trim()
    browse.hidden = query !== ''
    if (query === '') return show('', [])
    const isWanted = () => query === input.value.trim()
    try {
      const found = await site.search(query, delay)
      const best = await found?.best(mostResults)
      if (found && best && isWanted())
        show(words.found(query, found.count, found.count > mostResults ? mostResults : undefined), best)
    } catch {
      if (!isWanted()) return
      browse.hidden = false
      show(words.notSearched, [])
    }
  }

  const fromAddress = () => {
    input.value = new URLSearchParams(location.search).get('q') ?? ''
    void search(0)
  }
  const toAddress = () => {
    const query = input.value.trim()
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    toAddress()
    void search(0)
  })
  input.addEventListener('input', () => {
    toAddress()
    void search(betweenLetters)
  })
  addEventListener('popstate', fromAddress)
  fromAddress()
  input.focus()
}

function find<T extends Element>(document: Document, selector: string, type: new () => T): T {
  const element = document.querySelector(selector)
  if (element instanceof type) return element
  throw new Error(`The search page has no ${selector}.`)
}
