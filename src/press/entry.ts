import { getCollection } from 'astro:content'
import { createApp } from 'astro/app/entrypoint'
import { FetchState } from 'astro/fetch'
import { renderToString } from 'astro/runtime/server/index.js'
import type { PageView } from '../site/views/view.ts'

/** Astro's own way from a request to a page, which `renderPage` must never differ from. */
export const app = createApp({ streaming: false })

/**
 * A page of the site as the compiled bundle renders it.
 * @param path where Astro has the page that shows the view
 * @throws whatever a component throws
 */
export type RenderPage = (path: string, view: PageView) => Promise<string>

/**
 * Renders one page from its view. Nothing is listened to and nothing else is read. It is what `app.render` does less
 * middleware, errors that become pages, and the streams of a response, which take as long as the page itself; and what
 * Astro prepares for each request is prepared once for all pages of a route.
 */
export const renderPage: RenderPage = async (path, view) => {
  // What a page shows and how deep it lies tell which route it has.
  const route = `${view.kind} ${path.split('/').length}`
  const idle = renderers.get(route) ?? []
  renderers.set(route, idle)
  const render = idle.pop() ?? (await createRenderer(path))
  const html = await render(view)
  // One that something was thrown in is not used again.
  idle.push(render)
  return html
}

/** Those that render nothing at the moment, by their routes. */
const renderers = new Map<string, ((view: PageView) => Promise<string>)[]>()

/** Renders pages of one route, one after the other. */
async function createRenderer(path: string) {
  const state = new FetchState(new Request(new URL(path, 'https://site.invalid')))
  const locals: { view?: PageView } = {}
  state.locals = locals
  const page = await state.loadComponentInstance()
  const result = await state.createResult(page, state.getActionAPIContext())
  refuseRequest(Object.getPrototypeOf(result.createAstro({}, null)))
  const { styles, scripts, links, _metadata } = result

  return async (view: PageView) => {
    locals.view = view
    // What a page says of itself while it is rendered must not be left to the next.
    Object.assign(result, { styles: new Set(styles), scripts: new Set(scripts), links: new Set(links) })
    result._metadata = unused(_metadata)
    const html = await renderToString(result, page.default, {}, {}, true, state.routeData)
    if (typeof html !== 'string')
      throw new Error('The page answered with a response of its own, not with HTML.')
    return html
  }
}

/** A copy of what nothing was noted in yet. */
function unused<Notes extends object>(notes: Notes): Notes {
  const copy = { ...notes }
  for (const [name, value] of Object.entries(notes)) {
    if (value instanceof Set) Object.assign(copy, { [name]: new Set(value) })
    if (Array.isArray(value)) Object.assign(copy, { [name]: [...value] })
  }
  return copy
}

/** There is no request: what Astro would tell of one would be that of the first page of a route. */
function refuseRequest(astro: object): void {
  for (const name of ['url', 'request', 'params', 'originPathname'])
    Object.defineProperty(astro, name, {
      get() {
        throw new Error(`Astro.${name} cannot be asked here: what a page shows is in its view.`)
      },
    })
}

/** Names of the templates that recaps can be laid out with. */
export async function templateNames(): Promise<string[]> {
  return (await getCollection('templates')).map((template) => template.id)
}
