import type { Picture, TextBlock } from '../../portable-text/body.ts'
import { locale } from '../locale.ts'
import { paths } from '../paths.ts'
import { places } from '../pictures.ts'
import { resolveText } from '../resolve-body.ts'
import type { Snapshot } from '../snapshot.ts'

/** What every page has around its own content. */
export type Frame = {
  language: string
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

const usualMenu = [
  { label: 'Recaps', path: paths.recaps },
  { label: 'People', path: paths.authors },
  { label: 'Topics', path: paths.topics },
]

export function frame(snapshot: Snapshot, page: FrameInput): Frame {
  const { settings, siteUrl } = snapshot
  const site = siteName(snapshot)
  const share = page.shareImage ?? snapshot.picture(settings?.shareImage, places.share)
  return {
    language: locale.language,
    siteTitle: site,
    tagline: settings?.tagline ?? '',
    logo: snapshot.picture(settings?.logo, places.face),
    title: page.path === paths.home ? page.title : `${page.title} · ${site}`,
    description: page.description ?? settings?.description ?? settings?.tagline ?? '',
    canonical: page.path === paths.notFound ? undefined : siteUrl + page.path,
    shareImage: share && new URL(share.src, siteUrl).href,
    noIndex: page.noIndex ?? false,
    menu: (settings?.menu ?? usualMenu).map(({ label, path: href }) => ({
      label,
      href,
      current: currency(href, page.path),
    })),
    footer: resolveText(settings?.footer ?? [], snapshot),
    socialLinks: (settings?.socialLinks ?? []).map(({ label, url }) => ({ label, url })),
    feed: { title: `${site}: recaps`, href: paths.rss },
  }
}

/** The site's name; before anyone has filled in the settings, the host it lives on. */
export function siteName({ settings, siteUrl }: Snapshot): string {
  return settings?.title ?? new URL(siteUrl).host
}

function currency(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page'
  return href !== '/' && path.startsWith(href) ? 'true' : undefined
}
