import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environmentOf } from '../../src/env.ts'
import { Failure } from '../../src/failure.ts'
import { reportFailure } from '../local/report-failure.ts'
import { countedAssets, countedDocuments } from './counted.ts'
import { type ExportReport, exportContent } from './export.ts'
import { type ExportArguments, exportUsage, parseExportArguments } from './export-arguments.ts'
import { createProgress } from './progress.ts'
import { datasetExists, openTarget } from './target.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const progress = createProgress(process.stderr)

async function run({ data, dataset, ...options }: ExportArguments): Promise<void> {
  const target = await openTarget({ env: environmentOf(root), data: resolve(data), dataset, mayMake: false })
  try {
    if (!(await datasetExists(target)))
      throw new Failure(
        `There is no dataset "${target.dataset}" in ${target.name}.`,
        'Name another with --dataset.',
      )
    const { client } = target
    const report = await exportContent({
      ...options,
      client,
      dataset: target.dataset,
      onProgress: progress.show,
    })
    progress.end()
    console.log(`Exported dataset "${target.dataset}" of ${target.name}:`)
    for (const line of summary(report, options.file)) console.log(line)
  } finally {
    await target.close()
  }
}

function summary({ documents, assets, lost, size }: ExportReport, file: string): string[] {
  return [
    `  ${countedDocuments(documents)}, ${countedAssets(assets)}`,
    `  ${file}, ${size < 1e6 ? `${Math.ceil(size / 1e3)} KB` : `${(size / 1e6).toFixed(1)} MB`}`,
    ...lost.map(
      ({ _id, originalFilename }) =>
        `Note: the dataset has lost the content of "${_id}" (${originalFilename ?? 'without a name'}); only its document was exported.`,
    ),
  ]
}

// What was begun is put away when the process ends.
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
try {
  const options = parseExportArguments(process.argv.slice(2))
  if (options === 'help') console.log(exportUsage)
  else await run(options)
} catch (error) {
  progress.end()
  reportFailure(error)
  // The exporter leaves clocks running when it fails.
  process.exit(1)
}
