import { join } from 'node:path'
import type { Mirror } from '../../src/cms/mirror.ts'
import type { Bundle } from '../../src/press/bundle.ts'
import { openPress, type Press, type PressOptions } from '../../src/press/press.ts'
import { root } from './root.ts'
import { testSiteUrl } from './sites.ts'

/** A press that writes into `<folder>/out` and makes no pictures: they come from the lake's own pipeline. */
export function pressInto(
  folder: string,
  { bundle, mirror, mirrorFile }: { bundle: Bundle; mirror: Mirror; mirrorFile: string },
  options: Partial<PressOptions> = {},
): { press: Press; outDir: string } {
  const outDir = join(folder, 'out')
  const press = openPress({
    bundle,
    root,
    outDir,
    cacheDir: folder,
    mirror,
    mirrorFile,
    siteUrl: testSiteUrl,
    picturesAreFiles: false,
    originals: () => Promise.reject(new Error('No picture is made here.')),
    ...options,
  })
  return { press, outDir }
}
