import { Failure } from '../failure.ts'
import { paths } from '../site/paths.ts'
import type { PageView, View } from '../site/views/view.ts'
import type { Bundle } from './bundle.ts'

/** Renders what an address shows to the text of its file. @throws Failure where its page answers with an error */
export async function render(
  path: string,
  view: View,
  { renderPage }: Pick<Bundle, 'renderPage'>,
  siteUrl: string,
): Promise<string> {
  if (view.kind === 'feed') {
    // Loaded only by runs that write a feed: most do not, and it takes a while.
    const [{ rssFeed }, { checkFeed }] = await Promise.all([
      import('../feeds/rss.ts'),
      import('./check-feed.ts'),
    ])
    const text = rssFeed(view)
    checkFeed(path, text)
    return text
  }
  const address = new URL(routeOf(path, view), siteUrl)
  try {
    return await renderPage(address, view)
  } catch (cause) {
    throw new Failure(
      `${path} could not be rendered: ${cause instanceof Error ? cause.message : String(cause)}`,
      'This is a defect of the site’s code. Nothing was written.',
      { cause },
    )
  }
}

/** Where Astro has the page that shows a view: mostly at its address. */
function routeOf(path: string, view: PageView): string {
  if (view.kind === 'moved') return '/moved/'
  // Astro keeps the page of unknown addresses under this route.
  return path === paths.notFound ? '/404/' : path
}

/** Where the page of an address is written, relative to the output folder. */
export function fileOf(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
}

/** The address of a page, from the file that it is written to. */
export function pathOf(file: string): string {
  return `/${file.replace(/(?<=^|\/)index\.html$/, '')}`
}
