import type { HeadersView, ManifestView, RobotsView } from '../../site/views/site-files.ts'

export function robotsFile({ sitemap }: RobotsView): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`
}

export function manifestFile({ name, description, language }: ManifestView): string {
  const icon = (size: number, purpose?: string) => ({
    src: purpose === undefined ? `/icon-${size}.png` : `/icon-${purpose}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    ...(purpose === undefined ? {} : { purpose }),
  })
  const manifest = {
    name,
    description,
    lang: language,
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fbf7f0',
    theme_color: '#fbf7f0',
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      icon(192),
      icon(512),
      icon(512, 'maskable'),
    ],
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}

const year = 365 * 24 * 60 * 60
const forEver = { 'Cache-Control': `public, max-age=${year}, immutable` }

/** The file that Netlify and Cloudflare Pages read. What is not named here, these ask for again before each use. */
export function headersFile({ contentPolicy }: HeadersView): string {
  const rules: Record<string, Record<string, string>> = {
    '/*': {
      // Only as a header: a page cannot say it of itself.
      'Content-Security-Policy': `${contentPolicy}; frame-ancestors 'self'`,
      'Strict-Transport-Security': `max-age=${year}`,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
    // Their names say what is in them.
    '/_astro/*': forEver,
    '/images/*': forEver,
    '/og/*': { 'Cache-Control': 'public, max-age=86400' },
  }
  return Object.entries(rules)
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
      return `${path}\n${lines.join('')}`
    })
    .join('\n')
}
