import { readSettings } from '../../src/env.ts'
import { type Edition, openEditions } from '../../src/press/editions.ts'
import { editionLines } from '../../src/press/report.ts'
import { closeIndexer } from '../../src/search/build-index.ts'
import { compiledBundle } from '../publisher/compiled-bundle.ts'
import type { WriteOptions } from './arguments.ts'
import { createProgressBar } from './progress-bar.ts'

export type Way = {
  /** Compare everything and look at the files too, or only what was published last. */
  whole: boolean
  /** Of the site's code, where that is known. */
  fingerprint?: string | undefined
}

/** Pulls, writes the site and its search index, once, and says what it did. */
export async function writeSite(
  root: string,
  env: Record<string, string | undefined>,
  options: WriteOptions,
  { whole, fingerprint }: Way,
): Promise<Edition> {
  const settings = readSettings(env)
  const bar = createProgressBar(process.stderr)
  const onCompile = () => console.log('Compiling the site’s pages')
  const bundle = await compiledBundle(root, { onCompile, fingerprint })
  const editions = openEditions({
    settings,
    bundle,
    root,
    outDir: options.out,
    mustLook: whole,
    onProgress: bar.show,
  })
  try {
    const edition = await editions.bringUpToDate({
      pulling: options.fromMirror
        ? undefined
        : { way: whole ? 'whole' : 'quick', acceptShrink: options.acceptShrink },
      strict: options.strict,
    })
    bar.end()
    const { indexed } = await editions.updateSearch()
    for (const line of editionLines(edition, { explain: options.explain, indexed })) console.log(line)
    return edition
  } finally {
    bar.end()
    await editions.close()
    await closeIndexer()
  }
}
