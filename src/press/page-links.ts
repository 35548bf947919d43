import { parseFileAddress } from '../cms/image-addresses.ts'
import { Failure } from '../failure.ts'

/**
 * The addresses of the site that a page links to, each once, as they are read by a browser (fragments included).
 * @param known addresses that are left out; grows by those that are returned
 * @throws Failure where a link leads to a place of the page itself that is not there
 */
export function pageLinks(path: string, html: string, known = new Set<string>()): string[] {
  for (const link of valuesBeginning('#', html))
    if (!hasPlace(html, link.slice(1)))
      throw new Failure(
        `${path} links to ${link}, but it has no such place.`,
        'This is a defect of the site’s code. Nothing was written.',
      )
  const links: string[] = []
  for (const link of valuesBeginning('/', html)) {
    if (known.has(link) || link.startsWith('//')) continue
    // Pictures are made later, and by their names.
    if (parseFileAddress(link) !== undefined) continue
    known.add(link)
    links.push(link)
  }
  return links
}

/** Values of the attributes that lead somewhere. Found by what stands before them: a pattern would look at each space. */
function valuesBeginning(first: '/' | '#', html: string): string[] {
  const beginning = `="${first}`
  const values: string[] = []
  for (let at = html.indexOf(beginning); at >= 0; at = html.indexOf(beginning, at + 3)) {
    if (!leads(html, at)) continue
    const value = html.slice(at + 2, html.indexOf('"', at + 3))
    values.push(value.includes('&') ? unescaped(value) : value)
  }
  return values
}

/** Whether the attribute that ends at a place is one that leads somewhere. `data-href`, with no space before it, is none. */
function leads(html: string, end: number): boolean {
  // The last letter tells most others apart, and which one it can be.
  switch (html[end - 1]) {
    case 'f':
      return html.startsWith('href', end - 4) && html.charCodeAt(end - 5) <= space
    case 'c':
      return html.startsWith('src', end - 3) && html.charCodeAt(end - 4) <= space
    case 'n':
      return html.startsWith('action', end - 6) && html.charCodeAt(end - 7) <= space
    default:
      return false
  }
}

/** Code of the space; what has a lower one separates attributes too. */
const space = 0x20

function unescaped(value: string): string {
  return value.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
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
