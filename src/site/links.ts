import type { Head } from '../cms/head.ts'
import { anchorsOf } from '../portable-text/anchors.ts'
import { capital, named } from './named.ts'
import type { SiteReader } from './reader.ts'

/**
 * Where a link that somebody wrote leads: as it is where it leads away, completed where it leads to a page of the
 * site; undefined, with a notice, where there is no such page. A fragment that the page does not have is left out.
 */
export function linkTarget(href: string, source: Head, site: SiteReader): string | undefined {
  if (!href.startsWith('/')) return href
  const { pathname, search, hash } = new URL(href, site.siteUrl)
  const path = withSlash(decoded(pathname), site)
  if (path === undefined) {
    site.notice(
      `${capital(named(source))} links to ${href}, where there is no page: the words stand without the link.`,
    )
    return undefined
  }
  if (hash === '' || hasAnchor(path, decoded(hash.slice(1)), site)) return `${path}${search}${hash}`
  site.notice(
    `${capital(named(source))} links to ${href}, but that page has no such place: the link leads to its beginning.`,
  )
  return `${path}${search}`
}

function withSlash(path: string, site: SiteReader): string | undefined {
  if (site.hasAddress(path)) return path
  const slashed = path.endsWith('/') ? path : `${path}/`
  if (slashed !== path && site.hasAddress(slashed)) return slashed
  // Where something stood there once, the link leads to where it is now.
  return site.redirectFrom(path) ?? site.redirectFrom(slashed)
}

/** Only recaps have headings that one could want to link to. */
function hasAnchor(path: string, anchor: string, site: SiteReader): boolean {
  const recap = site.recapAt(path)
  return recap !== undefined && anchorsOf(site.body(recap)).includes(anchor)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
