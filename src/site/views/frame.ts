import type { HeadOf } from '../../cms/head.ts'
import type { Language } from '../../cms/schemas/language.ts'
import type { Picture, TextBlock } from '../../portable-text/body.ts'
import type { Words } from '../../words/words.ts'
import { contentPolicy } from '../content-policy.ts'
import { settingsOf } from '../joins.ts'
import { linkTarget } from '../links.ts'
import { localeOf, wordsOf } from '../locale.ts'
import { paths, sharePaths } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { remembered } from '../remembered.ts'
import { resolveText } from '../resolve-body.ts'
import type { Crumb } from './crumbs.ts'
import { breadcrumbList, type StructuredData } from './structured-data.ts'

/** What every page has around its own content. */
export type Frame = {
  language: Language
  siteTitle: string
  tagline: string
  logo: Picture | undefined
  /** Title of the browser's tab and of search results. */
  title: string
  description: string
  /** Complete address of the page; undefined where it stands for many, as the page for unknown ones does. */
  canonical: string | undefined
  /** The picture that is shown where the page is shared, with its complete address. */
  shareImage: { url: string; width: number; height: number; alt: string } | undefined
  /** What the page is, as Open Graph calls it. */
  type: 'website' | 'article' | 'profile'
  /** When an article was published and changed. */
  dates: { published: string; modified: string } | undefined
  structuredData: StructuredData[]
  /** What the page may load and do. */
  contentPolicy: string
  noIndex: boolean
  /** The way from the home page to this one; empty on the home page. */
  crumbs: Crumb[]
  menu: { label: string; href: string; current: 'page' | 'true' | undefined }[]
  footer: TextBlock[]
  socialLinks: { label: string; url: string }[]
  feed: { title: string; href: string }
}

export type FrameInput = {
  path: string
  title: string
  description?: string | undefined
  /** A picture that organisers chose for that. */
  shareImage?: Picture | undefined
  /** Address of the one that is drawn, and what it shows. */
  shareCard?: { path: string; alt: string } | undefined
  type?: Frame['type']
  dates?: Frame['dates']
  structuredData?: readonly StructuredData[]
  searches?: boolean
  noIndex?: boolean | undefined
  crumbs: Crumb[]
}

const usualMenu = ({ recaps, events, people, topics }: Words) => [
  { label: recaps, href: paths.recaps },
  { label: events.name, href: paths.events },
  { label: people, href: paths.authors },
  { label: topics, href: paths.topics },
]

export function frame(site: SiteReader, page: FrameInput): Frame {
  const { siteUrl } = site
  const { menu, description, usualShareImage, ...same } = surroundings('all', site)
  const ownCard = site.drawsShareCards ? page.shareCard : undefined
  return {
    ...same,
    title: page.path === paths.home ? page.title : `${page.title} · ${same.siteTitle}`,
    description: page.description ?? description ?? same.tagline,
    canonical: page.path === paths.notFound ? undefined : siteUrl + encodeURI(page.path),
    shareImage: shared(page.shareImage, site) ?? drawn(ownCard, site) ?? usualShareImage,
    type: page.type ?? 'website',
    dates: page.dates,
    structuredData: [
      ...(page.structuredData ?? []),
      ...[breadcrumbList(page.crumbs, siteUrl)].filter((list) => list !== undefined),
    ],
    contentPolicy: contentPolicy({ imageOrigin: site.imageOrigin, searches: page.searches ?? false }),
    noIndex: page.noIndex ?? false,
    crumbs: page.crumbs,
    menu: menu.map(({ label, href }) => ({ label, href, current: currency(href, page.path) })),
  }
}

/** What is the same around all pages. */
const surroundings = remembered((_: 'all', site) => {
  const settings = settingsOf(site)
  const siteTitle = siteName(site)
  return {
    language: localeOf(site).language,
    siteTitle,
    tagline: settings?.tagline ?? '',
    description: settings?.description,
    logo: site.picture(settings?.logo, places.face),
    usualShareImage:
      shared(site.picture(settings?.shareImage, places.share), site) ??
      drawn(site.drawsShareCards ? { path: sharePaths.site, alt: siteTitle } : undefined, site),
    menu: menuOf(settings, site),
    footer: settings?.footer ? resolveText(settings.footer, settings, site) : [],
    socialLinks: (settings?.socialLinks ?? []).map(({ label, url }) => ({ label, url })),
    feed: { title: wordsOf(site).recapsFeed(siteTitle), href: paths.rss },
  }
})

function shared(picture: Picture | undefined, { siteUrl }: SiteReader): Frame['shareImage'] {
  if (!picture) return undefined
  const { src, width, height, alt } = picture
  return { url: new URL(src, siteUrl).href, width, height, alt }
}

function drawn(card: FrameInput['shareCard'], { siteUrl }: SiteReader): Frame['shareImage'] {
  return card && { url: siteUrl + encodeURI(card.path), width: 1200, height: 630, alt: card.alt }
}

function menuOf(settings: HeadOf<'siteSettings'> | undefined, site: SiteReader) {
  if (!settings?.menu) return usualMenu(wordsOf(site))
  return settings.menu.flatMap(({ label, path }) => {
    const href = linkTarget(path, settings, site)
    return href === undefined ? [] : [{ label, href }]
  })
}

/** The site's name; before anyone has filled in the settings, the host it lives on. */
export function siteName(site: SiteReader): string {
  return settingsOf(site)?.title ?? new URL(site.siteUrl).host
}

function currency(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page'
  return href !== '/' && path.startsWith(href) ? 'true' : undefined
}
