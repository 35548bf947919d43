import { Failure } from '../failure.ts'
import { rssFeed } from '../feeds/rss.ts'
import { pageKey } from '../site/page-key.ts'
import { paths } from '../site/paths.ts'
import type { Route } from '../site/routes.ts'
import type { View } from '../site/views/view.ts'
import type { Bundle } from './bundle.ts'
import type { Output } from './output-state.ts'

/** A route whose file must be written because what it shows is new. */
export type Stale = { path: string; file: string; key: string; view: View }

/** Where the page of an address is written, relative to the output folder. */
export function fileOf(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
}

/** Compares what every route shows with what was written for it before. */
export function compare(
  routes: Route[],
  written: ReadonlyMap<string, Output>,
  fingerprint: string,
): { stale: Stale[]; files: Set<string>; views: View[] } {
  const files = new Set<string>()
  const stale: Stale[] = []
  const views: View[] = []
  for (const route of routes) {
    const view = route.view()
    const file = fileOf(route.path)
    const key = pageKey(view, fingerprint)
    views.push(view)
    files.add(file)
    if (written.get(file)?.key !== key) stale.push({ path: route.path, file, key, view })
  }
  return { stale, files, views }
}

/** Renders a route to the text of its file. */
export async function render(
  { path, view }: Stale,
  { renderPage }: Bundle,
  siteUrl: string,
): Promise<string> {
  if (view.kind === 'feed') return rssFeed(view)
  // Astro keeps the page of unknown addresses under the route /404/.
  const address = new URL(path === paths.notFound ? '/404/' : path, siteUrl)
  const { status, body } = await renderPage(address, view)
  const expected = view.kind === 'notFound' ? 404 : 200
  if (status === expected) return body
  throw new Failure(
    `${path} could not be rendered: its page answered ${status} instead of ${expected}.`,
    'This is a defect of the site’s code; the message above, if there is one, says more. Nothing was written.',
  )
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
