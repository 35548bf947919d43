/** The part of Pagefind's browser API that the site uses. https://pagefind.app/docs/api/ */
export type Pagefind = {
  /** @param options `noWorker`: searches in this thread; `metaCacheTag`: goes into addresses of what is asked for */
  createInstance(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): PagefindInstance
}

export type PagefindInstance = {
  /** Loads what a search for these words will need. */
  preload(query: string): Promise<unknown>
  search(query: string): Promise<{ results: PagefindResult[] }>
  destroy(): Promise<void>
}

/** `id` names the page's text; results of one index have different ones. */
export type PagefindResult = { id: string; score: number; data(): Promise<FoundPage> }

/** `excerpt` is HTML in which Pagefind has escaped the text and marked the matches with `<mark>`. */
export type FoundPage = {
  url: string
  meta: { title?: string }
  excerpt: string
  sub_results: { title: string; url: string; excerpt: string }[]
}

/** Loads Pagefind, which is made together with the index and therefore not part of any bundle. */
export async function loadPagefind(): Promise<Pagefind> {
  const address = `${indexAddress}pagefind.js`
  return import(/* @vite-ignore */ address)
}

/** Where the site has its search index. */
export const indexAddress = '/pagefind/'
