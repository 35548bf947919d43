import type { StructureResolverContext } from 'sanity/structure'
import { apiVersion } from './api-version.ts'

/** The community's own name for its site, or the product's where it has none yet, or cannot be asked. */
export async function siteName({ getClient }: StructureResolverContext): Promise<string> {
  const unnamed = 'Last Orders'
  const name = getClient({ apiVersion }).fetch<string | null>(
    '*[_id == "siteSettings"][0].title',
    {},
    {
      perspective: 'published',
      tag: 'site-name',
    },
  )
  return name.then(
    (title) => title?.trim() || unnamed,
    () => unnamed,
  )
}
