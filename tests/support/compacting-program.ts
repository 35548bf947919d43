import { openSearchIndex } from '../../src/search/search-index.ts'

/** Begins a new base of the pages that it is told, says which process makes it, and goes on for ever. */
const [outDir = '', cacheDir = '', pages = '[]'] = process.argv.slice(2)
const index = openSearchIndex({
  outDir,
  cacheDir,
  bounds: { whole: 0, recent: 1, fresh: 1, compact: 1 },
  inBackground: { onFailure: () => undefined },
})
await index.update(JSON.parse(pages))
console.log(index.compacting)
setInterval(() => undefined, 60_000)
