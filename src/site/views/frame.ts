import type { HeadOf } from '../../cms/head.ts'
import type { Language } from '../../cms/schemas/language.ts'
import type { Picture, TextBlock } from '../../portable-text/body.ts'
import type { Words } from '../../words/words.ts'
import { settingsOf } from '../joins.ts'
import { linkTarget } from '../links.ts'
import { localeOf, wordsOf } from '../locale.ts'
import { paths } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { remembered } from '../remembered.ts'
import { resolveText } from '../resolve-body.ts'

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
  /** Complete address of the picture that is shown where the page is shared. */
  shareImage: string | undefined
  noIndex: boolean
  menu: { label: string; href: string; current: 'page' | 'true' | undefined }[]
  footer: TextBlock[]
  socialLinks: { label: string; url: string }[]
  feed: { title: string; href: string }
}

export type FrameInput = {
  path: string
  title: string
  description?: string | undefined
  shareImage?: Picture | undefined
  noIndex?: boolean | undefined
}

const usualMenu = ({ recaps, people, topics }: Words) => [
  { label: recaps, href: paths.recaps },
  { label: people, href: paths.authors },
  { label: topics, href: paths.topics },
]

export function frame(site: SiteReader, page: FrameInput): Frame {
  const { siteUrl } = site
  const { menu, description, usualShareImage, ...same } = surroundings('all', site)
  const share = page.shareImage ?? usualShareImage
  return {
    ...same,
    title: page.path === paths.home ? page.title : `${page.title} · ${same.siteTitle}`,
    description: page.description ?? description ?? same.tagline,
    canonical: page.path === paths.notFound ? undefined : siteUrl + page.path,
    shareImage: share && new URL(share.src, siteUrl).href,
    noIndex: page.noIndex ?? false,
    menu: menu.map(({ label, href }) => ({ label, href, current: currency(href, page.path) })),
  }
}

/** What is the same around all pages. */
const surroundings = remembered(
  (which: 'all') => which,
  (_, site) => {
    const settings = settingsOf(site)
    const siteTitle = siteName(site)
    return {
      language: localeOf(site).language,
      siteTitle,
      tagline: settings?.tagline ?? '',
      description: settings?.description,
      logo: site.picture(settings?.logo, places.face),
      usualShareImage: site.picture(settings?.shareImage, places.share),
      menu: menuOf(settings, site),
      footer: settings?.footer ? resolveText(settings.footer, settings, site) : [],
      socialLinks: (settings?.socialLinks ?? []).map(({ label, url }) => ({ label, url })),
      feed: { title: wordsOf(site).recapsFeed(siteTitle), href: paths.rss },
    }
  },
)

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
