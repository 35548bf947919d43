import type { Page } from '@playwright/test'

/** Submits the search page's form. @returns milliseconds until the first results are there */
export function searchByForm(page: Page, word: string): Promise<number> {
  return page.evaluate(async (query) => {
    const input = document.querySelector<HTMLInputElement>('.search-form input')
    const results = document.querySelector('.results')
    if (!input || !results) throw new Error('This is not the search page.')
    const shown = new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => results.firstElementChild && resolve())
      watch.observe(results, { childList: true })
    })
    input.value = query
    const began = performance.now()
    input.form?.requestSubmit()
    await shown
    return performance.now() - began
  }, word)
}

/** Asks one index of Pagefind's for as many results, without the site's search. @returns milliseconds */
export function searchPlainly(page: Page, folder: string, word: string): Promise<number> {
  return page.evaluate(
    async ({ program, basePath, query }) => {
      const began = performance.now()
      const pagefind = await import(program)
      const { results } = await pagefind.createInstance({ basePath }).search(query)
      const best = results.slice(0, 20).map((result: { data(): Promise<unknown> }) => result.data())
      await Promise.all(best)
      return performance.now() - began
    },
    { program: '/pagefind/pagefind.js', basePath: `/pagefind/${folder}/`, query: word },
  )
}
