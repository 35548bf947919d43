import { Failure } from '../failure.ts'
import { paths } from '../site/paths.ts'
import type { PageView, View } from '../site/views/view.ts'
import type { Bundle } from './bundle.ts'
import { isForMachines, machineText } from './formats/machine-text.ts'
import type { DrawShareCard } from './share-card.ts'

/** What renders views. */
export type Renderer = Pick<Bundle, 'renderPage'> & { drawShareCard: DrawShareCard }

/** Renders what an address shows to what its file contains. @throws Failure where its page answers with an error */
export async function render(
  path: string,
  view: View,
  { renderPage, drawShareCard }: Renderer,
): Promise<string | Uint8Array> {
  if (view.kind === 'shareCard') return drawShareCard(view)
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
  if (isForMachines(view)) return machineText(view)
  try {
    return await renderPage(routeOf(path, view), view)
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
