/** Where each kind of document has its page. */
export const recapPath = (slug: string) => `/recaps/${slug}/`
export const authorPath = (slug: string) => `/authors/${slug}/`
export const topicPath = (slug: string) => `/topics/${slug}/`
export const eventPath = (slug: string) => `/events/${slug}/`
export const venuePath = (slug: string) => `/venues/${slug}/`

export const paths = {
  home: '/',
  recaps: '/recaps/',
  year: (year: number) => `/recaps/${year}/`,
  authors: '/authors/',
  topics: '/topics/',
  events: '/events/',
  venues: '/venues/',
  search: '/search/',
  rss: '/rss.xml',
  notFound: '/404.html',
  sitemapIndex: '/sitemap-index.xml',
  robots: '/robots.txt',
  manifest: '/manifest.webmanifest',
  redirects: '/_redirects',
  headers: '/_headers',
} as const

/** Where the picture lies that is shown where a page is shared. */
export const sharePaths = {
  site: '/og/site.png',
  recap: (slug: string) => `/og/recaps/${slug}.png`,
  author: (slug: string) => `/og/authors/${slug}.png`,
  event: (slug: string) => `/og/events/${slug}.png`,
} as const

/** The parts of the sitemap. Those of lists are divided as their pages are. */
export const sitemapPaths = {
  site: '/sitemaps/site.xml',
  people: '/sitemaps/people.xml',
  topics: '/sitemaps/topics.xml',
  venues: '/sitemaps/venues.xml',
  year: (year: number, page: number | undefined) => `/sitemaps/recaps-${year}${part(page)}.xml`,
  events: (page: number | undefined) => `/sitemaps/events${part(page)}.xml`,
} as const

function part(page: number | undefined): string {
  return page === undefined ? '' : `-page-${page}`
}

/** The address of a page of a list; its head page has the list's own. */
export function pagePath(list: string, page: number | undefined): string {
  return page === undefined ? list : `${list}page/${page}/`
}
