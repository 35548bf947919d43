import { z } from 'zod'

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** True for http, https, mailto and tel addresses and for paths of the site; false for anything else. */
export function isAllowedHref(href: string): boolean {
  // Browsers leave control characters out, so that `/<tab>/example.org` would lead away from the site.
  if (/\p{Cc}/u.test(href)) return false
  if (/^\/(?![/\\])/.test(href)) return true
  return URL.canParse(href) && schemes.has(new URL(href).protocol)
}

export const href = z.string().trim().refine(isAllowedHref, {
  error:
    'is not a link that readers can follow (http, https, mailto, tel or a path of the site such as /recaps/)',
})
