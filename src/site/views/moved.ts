import type { Language } from '../../cms/schemas/language.ts'
import { localeOf } from '../locale.ts'
import type { SiteReader } from '../reader.ts'
import { siteName } from './frame.ts'

/** A small page at an old address, for hosts that know no redirects. */
export type MovedView = {
  kind: 'moved'
  language: Language
  siteTitle: string
  to: string
  canonical: string
}

export function movedView(site: SiteReader, path: string): MovedView | undefined {
  const to = site.redirectFrom(path)
  if (to === undefined) return undefined
  const address = encodeURI(to)
  return {
    kind: 'moved',
    language: localeOf(site).language,
    siteTitle: siteName(site),
    to: address,
    canonical: site.siteUrl + address,
  }
}
