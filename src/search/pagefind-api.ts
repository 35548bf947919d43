/** The part of Pagefind's browser API that the search page uses. https://pagefind.app/docs/api/ */
export type PagefindApi = {
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<FoundPage> }[] } | null>
}

/** `excerpt` is HTML in which Pagefind has escaped the text and marked the matches with `<mark>`. */
export type FoundPage = {
  url: string
  meta: { title?: string }
  excerpt: string
  sub_results: { title: string; url: string; excerpt: string }[]
}

const address = '/pagefind/pagefind.js'

/** Loads Pagefind, which is made together with the index and therefore not part of any bundle. */
export async function loadPagefind(): Promise<PagefindApi> {
  return import(/* @vite-ignore */ address)
}
