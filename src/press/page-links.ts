import { parseFileAddress } from '../cms/image-addresses.ts'
import { Failure } from '../failure.ts'

const attribute = /\s(?:href|src|action)="(\/(?!\/)[^"]*|#[^"]*)"/g

/**
 * The addresses of the site that a page links to, each once, as they are read by a browser (fragments included).
 * @throws Failure where a link leads to a place of the page itself that is not there
 */
export function pageLinks(path: string, html: string): string[] {
  const links = new Set<string>()
  for (const [, value = ''] of html.matchAll(attribute)) {
    const link = value.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    // Pictures are made later, and by their names.
    if (parseFileAddress(link) !== undefined) continue
    if (!link.startsWith('#')) links.add(link)
    else if (!hasPlace(html, link.slice(1)))
      throw new Failure(
        `${path} links to ${link}, but it has no such place.`,
        'This is a defect of the site’s code. Nothing was written.',
      )
  }
  return [...links]
}

/** Whether a page has a place that a fragment leads to. */
export function hasPlace(html: string, fragment: string): boolean {
  return html.includes(`id="${fragment}"`) || html.includes(`id="${decoded(fragment)}"`)
}

/** The path of an address without its query and fragment, and the fragment. */
export function partsOf(link: string): { path: string; fragment: string } {
  const [address = '', fragment = ''] = link.split('#')
  return { path: decoded(address.split('?')[0] ?? ''), fragment }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
