import type { MachineView, View } from '../../site/views/view.ts'
import { redirectsFile } from './redirects.ts'
import { headersFile, manifestFile, robotsFile } from './site-files.ts'
import { sitemapFile, sitemapIndexFile } from './sitemap.ts'

/** The text of a file that machines read. */
export function machineText(view: MachineView): string {
  switch (view.kind) {
    case 'sitemap':
      return sitemapFile(view)
    case 'sitemapIndex':
      return sitemapIndexFile(view)
    case 'redirects':
      return redirectsFile(view)
    case 'robots':
      return robotsFile(view)
    case 'manifest':
      return manifestFile(view)
    case 'headers':
      return headersFile(view)
  }
}

const machineKinds = ['sitemap', 'sitemapIndex', 'redirects', 'robots', 'manifest', 'headers']

export function isForMachines(view: View): view is MachineView {
  return machineKinds.includes(view.kind)
}
