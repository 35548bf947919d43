import { paths } from '../paths.ts'

/** A step on the way from the home page to a page; the page itself leads nowhere. */
export type Crumb = { label: string; href: string | undefined }

/** The way to a page: `Home`, then the lists above it, then itself. */
export function crumbs(label: string, ...above: { label: string; href: string }[]): Crumb[] {
  return [{ label: 'Home', href: paths.home }, ...above, { label, href: undefined }]
}

export const above = {
  recaps: { label: 'Recaps', href: paths.recaps },
  events: { label: 'Events', href: paths.events },
  people: { label: 'People', href: paths.authors },
  topics: { label: 'Topics', href: paths.topics },
  venues: { label: 'Places', href: paths.venues },
} as const
