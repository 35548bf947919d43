import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environmentOf } from '../../src/env.ts'
import { Failure } from '../../src/failure.ts'
import { reportFailure } from '../local/report-failure.ts'
import { countedAssets, countedDocuments } from './counted.ts'
import { type ImportReport, importRead, readExport } from './import.ts'
import { type ImportArguments, importUsage, parseImportArguments } from './import-arguments.ts'
import { createProgress } from './progress.ts'
import { datasetExists, openTarget, type Target } from './target.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const progress = createProgress(process.stderr)

async function run({ from, operation, dataset, data, limit }: ImportArguments): Promise<void> {
  progress.show({ step: `Reading ${from}` })
  const read = await readExport(from, limit)
  try {
    const target = await openTarget({ env: environmentOf(root), data: resolve(data), dataset, mayMake: true })
    try {
      const isNewDataset = !(await datasetExists(target))
      if (isNewDataset) ensureMayMake(target)
      const options = { client: target.client, operation, isNewDataset, onProgress: progress.show }
      const report = await importRead(read, options)
      progress.end()
      for (const line of summary(report, target)) console.log(line)
    } finally {
      await target.close()
    }
  } finally {
    read.close()
  }
}

/** A dataset at Sanity costs something, and is easily misspelt. */
function ensureMayMake({ client, name, dataset }: Target): void {
  if (client.config().useProjectHostname === false) return
  throw new Failure(
    `There is no dataset "${dataset}" in ${name}.`,
    'Make it first: https://www.sanity.io/manage, or `npx sanity dataset create` in sanity-studio.',
  )
}

function summary({ documents, replaced, left, assets, warnings }: ImportReport, target: Target): string[] {
  const details = [
    replaced > 0 ? `${replaced} of them in the place of what was there` : '',
    left > 0 ? `${left} others were there and left as they are` : '',
  ].filter((text) => text !== '')
  return [
    ...warnings.map((warning) => `Note: ${warning}`),
    `Imported into dataset "${target.dataset}" of ${target.name}:`,
    `  ${countedDocuments(documents)}${details.length > 0 ? `, ${details.join(', ')}` : ''}`,
    `  ${countedAssets(assets.uploaded)}${assets.present > 0 ? `, ${assets.present} more were there already` : ''}`,
  ]
}

const stop = (status: number) => () => {
  progress.end()
  console.error('Stopped. What has arrived stays; import again with --missing or --replace to complete it.')
  process.exit(status)
}
process.once('SIGINT', stop(130))
process.once('SIGTERM', stop(143))
try {
  const options = parseImportArguments(process.argv.slice(2))
  if (options === 'help') console.log(importUsage)
  else await run(options)
} catch (error) {
  progress.end()
  reportFailure(error)
  process.exitCode = 1
}
