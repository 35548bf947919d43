/** Where each kind of document has its page. */
export const recapPath = (slug: string) => `/recaps/${slug}/`
export const authorPath = (slug: string) => `/authors/${slug}/`
export const topicPath = (slug: string) => `/topics/${slug}/`

export const paths = {
  home: '/',
  recaps: '/recaps/',
  recapsPage: (page: number) => `/recaps/page/${page}/`,
  authors: '/authors/',
  topics: '/topics/',
  search: '/search/',
  rss: '/rss.xml',
  notFound: '/404.html',
} as const
