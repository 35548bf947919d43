import { parseArgs } from 'node:util'
import { Failure } from '../../src/failure.ts'

export const exportUsage = `npm run content:export -- FILE [options]

Writes a dataset into FILE, an archive (.tar.gz) in Sanity's export layout: of the Sanity project or lake that the
environment names, else of the local lake. Drafts and private documents are in it: keep it as safe as the token.

  --dataset NAME   this dataset
  --data DIR       the local lake's data folder (.data)
  --no-drafts      without drafts and versions of releases
  --no-assets      without pictures and files, and without the fields that show them
  --types A,B      only documents of these types, and the pictures and files that they show
  --overwrite      replace FILE if it is there already`

export type ExportArguments = {
  file: string
  dataset: string | undefined
  data: string
  drafts: boolean
  assets: boolean
  types: string[] | undefined
  overwrite: boolean
}

/** @throws Failure that says what is wrong and how it should be */
export function parseExportArguments(args: string[]): ExportArguments | 'help' {
  const { values, positionals } = read(args)
  if (values.help) return 'help'
  const [file, ...others] = positionals
  if (!file) throw new Failure('FILE is missing: where should the export go?', exportUsage)
  if (others.length > 0) throw new Failure(`One FILE at a time, not ${others.join(' ')} too.`, exportUsage)
  if (values.data === '' || values.dataset === '')
    throw new Failure('--data or --dataset has no value.', exportUsage)
  const types = values.types?.flatMap((list) => list.split(',')).map((type) => type.trim())
  if (types?.includes('')) throw new Failure('--types has an empty name.', exportUsage)
  const { dataset, data, drafts, assets, overwrite } = values
  return { file, dataset, data, drafts, assets, types, overwrite }
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      allowNegative: true,
      options: {
        dataset: { type: 'string' },
        data: { type: 'string', default: '.data' },
        drafts: { type: 'boolean', default: true },
        assets: { type: 'boolean', default: true },
        types: { type: 'string', multiple: true },
        overwrite: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (cause) {
    throw new Failure(cause instanceof Error ? cause.message : String(cause), exportUsage, { cause })
  }
}
