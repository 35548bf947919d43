import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { reportFailure } from '../local/report-failure.ts'
import { measureFirstPage } from './first-page.ts'
import type { Line } from './lake/figure.ts'
import { measureLake } from './lake.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measurePageSizes } from './page-size.ts'
import { measurePress } from './press.ts'
import { measurePublish } from './publish.ts'
import { measurePull } from './pull.ts'
import { measureSearch } from './search.ts'

const benchmarks: Record<string, () => Promise<Record<string, string | Line>>> = {
  'page-size': measurePageSizes,
  lighthouse: measureLighthouse,
  lake: measureLake,
  press: measurePress,
  pull: measurePull,
  publish: measurePublish,
  search: measureSearch,
  'first-page': measureFirstPage,
}

const usage = `npm run bench [-- name …]

Measures, one after the other: ${Object.keys(benchmarks).join(', ')}. Without names: all of them.`

async function main(): Promise<void> {
  const names = process.argv.slice(2)
  const unknown = names.find((name) => !(name in benchmarks))
  if (unknown !== undefined) return console.log(usage)
  const memory = Math.round(totalmem() / 2 ** 30)
  console.log(
    `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim()}, ${memory} GiB`,
  )
  for (const [name, measure] of Object.entries(benchmarks)) {
    if (names.length > 0 && !names.includes(name)) continue
    console.log(`\n${name}`)
    console.table(await measure())
    // Figures taken while others work on this machine say little.
    console.log(`Load average in the last minute: ${loadavg()[0]?.toFixed(1)}`)
  }
}

try {
  await main()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
