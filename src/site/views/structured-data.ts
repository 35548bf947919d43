import { paths } from '../paths.ts'
import type { Crumb } from './crumbs.ts'

/** Something said about a page in the words of schema.org. */
export type StructuredData = { '@type': string } & Record<string, unknown>

/** Names the one who publishes the site; its home page says more. */
export function publisher(siteUrl: string, name: string): StructuredData {
  return { '@type': 'Organization', '@id': `${siteUrl}/#organization`, name, url: siteUrl + paths.home }
}

export function person(name: string, address: string): StructuredData {
  return { '@type': 'Person', name, url: address }
}

/** The way to a page, as search engines show it. */
export function breadcrumbList(crumbs: readonly Crumb[], siteUrl: string): StructuredData | undefined {
  if (crumbs.length === 0) return undefined
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(href === undefined ? {} : { item: siteUrl + encodeURI(href) }),
    })),
  }
}
