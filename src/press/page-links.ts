import { parseFileAddress } from '../cms/image-addresses.ts'
import { Failure } from '../failure.ts'

/**
 * The addresses of the site that a page links to, each once, as they are read by a browser (fragments included).
 * @throws Failure where a link leads to a place of the page itself that is not there
 */
export function pageLinks(path: string, html: string): string[] {
  for (const place of new Set(valuesBeginning('#', html)))
    if (!hasPlace(html, place.slice(1)))
      throw new Failure(
        `${path} links to ${place}, but it has no such place.`,
        'This is a defect of the site’s code. Nothing was written.',
      )
  const links = new Set<string>()
  // Pictures are made later, and by their names.
  for (const link of valuesBeginning('/', html))
    if (!link.startsWith('//') && parseFileAddress(link) === undefined) links.add(link)
  return [...links]
}

const leading = ['href', 'src', 'action']

/** Values of the attributes that lead somewhere. Found by what stands before them: a pattern would look at each space. */
function* valuesBeginning(first: '/' | '#', html: string): Generator<string> {
  const beginning = `="${first}`
  for (let at = html.indexOf(beginning); at >= 0; at = html.indexOf(beginning, at + 1)) {
    if (!leading.some((name) => isAttribute(name, html, at))) continue
    const value = html.slice(at + 2, html.indexOf('"', at + 2))
    yield value.includes('&') ? unescaped(value) : value
  }
}

/** Whether an attribute of this name ends at a place. */
function isAttribute(name: string, html: string, end: number): boolean {
  const start = end - name.length
  // A space before it: `data-href` leads nowhere.
  return html.startsWith(name, start) && html.charCodeAt(start - 1) <= 0x20
}

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
