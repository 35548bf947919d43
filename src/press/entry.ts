import { getCollection } from 'astro:content'
import { createApp } from 'astro/app/entrypoint'
import { FetchState } from 'astro/fetch'
import { renderToString } from 'astro/runtime/server/index.js'
import type { PageView } from '../site/views/view.ts'

/** Astro's own way from a request to a page, which `renderPage` must never differ from. */
export const app = createApp({ streaming: false })

/**
 * A page of the site as the compiled bundle renders it.
 * @throws whatever a component throws
 */
export type RenderPage = (address: URL, view: PageView) => Promise<string>

/**
 * Renders one page from its view. Nothing is listened to and nothing else is read. It is what `app.render` does less
 * middleware, errors that become pages, and the streams of a response, which take as long as the page itself.
 */
export const renderPage: RenderPage = async (address, view) => {
  const state = new FetchState(new Request(address))
  state.locals = { view }
  const page = await pageOf(state)
  const result = await state.createResult(page, state.getActionAPIContext())
  const html = await renderToString(result, page.default, {}, {}, true, state.routeData)
  if (typeof html !== 'string')
    throw new Error('The page answered with a response of its own, not with HTML.')
  return html
}

const pages = new Map<string, ReturnType<FetchState['loadComponentInstance']>>()

/** Astro would look the module of a page up again for each address. */
function pageOf(state: FetchState) {
  const route = state.routeData?.component ?? ''
  let page = pages.get(route)
  if (!page) {
    page = state.loadComponentInstance()
    pages.set(route, page)
  }
  return page
}

/** Names of the templates that recaps can be laid out with. */
export async function templateNames(): Promise<string[]> {
  return (await getCollection('templates')).map((template) => template.id)
}
