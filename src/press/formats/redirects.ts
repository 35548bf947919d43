import type { RedirectsView } from '../../site/views/redirects.ts'

/** The file that Netlify, Cloudflare Pages and GitLab Pages read. */
export function redirectsFile({ rules }: RedirectsView): string {
  return rules.map(({ from, to }) => `${encodeURI(from)} ${encodeURI(to)} 301\n`).join('')
}
