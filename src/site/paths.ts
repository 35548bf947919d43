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
} as const

/** The address of a page of a list; its head page has the list's own. */
export function pagePath(list: string, page: number | undefined): string {
  return page === undefined ? list : `${list}page/${page}/`
}
