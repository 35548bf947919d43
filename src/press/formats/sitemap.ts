import { escapeHtml } from '../../portable-text/escape.ts'
import type { SitemapIndexView, SitemapView } from '../../site/views/sitemap.ts'

const beginning = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

export function sitemapFile({ pages }: SitemapView): string {
  const urls = pages.map(({ address, changedAt }) => {
    const changed = changedAt === undefined ? '' : `<lastmod>${escapeHtml(changedAt)}</lastmod>`
    return `<url><loc>${escapeHtml(address)}</loc>${changed}</url>\n`
  })
  return `${beginning}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`
}

export function sitemapIndexFile({ parts }: SitemapIndexView): string {
  const sitemaps = parts.map((address) => `<sitemap><loc>${escapeHtml(address)}</loc></sitemap>\n`)
  return `${beginning}<sitemapindex ${namespace}>\n${sitemaps.join('')}</sitemapindex>\n`
}
