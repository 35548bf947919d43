import { Failure } from '../failure.ts'
import { rssFeed } from '../feeds/rss.ts'
import { paths } from '../site/paths.ts'
import type { View } from '../site/views/view.ts'
import type { Bundle } from './bundle.ts'
import type { Shown } from './stale-routes.ts'

/** Renders a route to the text of its file. */
export async function render(
  { path, view }: Shown,
  { renderPage }: Pick<Bundle, 'renderPage'>,
  siteUrl: string,
): Promise<string> {
  if (view.kind === 'feed') return rssFeed(view)
  // Astro keeps the page of unknown addresses under the route /404/.
  const address = new URL(path === paths.notFound ? '/404/' : path, siteUrl)
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

/**
 * Every recap must name a template that is there.
 * @throws Failure that names the recaps and the templates there are
 */
export function checkTemplates(views: readonly View[], names: readonly string[]): void {
  const lost = views.filter((view) => view.kind === 'recap' && !names.includes(view.template))
  if (lost.length === 0) return
  const list = lost.map((view) =>
    view.kind === 'recap' ? `  “${view.title}” asks for “${view.template}”` : '',
  )
  throw new Failure(
    `Some recaps ask for a template that is not in content/templates:\n${list.join('\n')}`,
    `Put the file back, or choose one of these in the Studio: ${names.join(', ')}.`,
  )
}
