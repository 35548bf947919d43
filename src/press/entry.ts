import { getCollection } from 'astro:content'
import { createApp } from 'astro/app/entrypoint'
import type { PageView } from '../site/views/view.ts'

const app = createApp({ streaming: false })

/** A page of the site as the compiled bundle renders it. */
export type RenderPage = (address: URL, view: PageView) => Promise<{ status: number; body: string }>

/** Renders one page from its view. Nothing is listened to and nothing else is read. */
export const renderPage: RenderPage = async (address, view) => {
  const response = await app.render(new Request(address), { locals: { view }, addCookieHeader: false })
  return { status: response.status, body: await response.text() }
}

/** Names of the templates that recaps can be laid out with. */
export async function templateNames(): Promise<string[]> {
  return (await getCollection('templates')).map((template) => template.id)
}
