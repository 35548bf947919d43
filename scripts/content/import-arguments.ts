import { parseArgs } from 'node:util'
import { Failure } from '../../src/failure.ts'
import type { Operation } from './check-target.ts'

export const importUsage = `npm run content:import -- FILE [options]

Brings an export into a dataset: of the Sanity project or lake that the environment names, else of the local lake.
FILE is an export (.tar.gz or .tar), a file of documents (.ndjson), or a folder laid out like an export. All of it is
checked before anything is written.

  --replace             put its documents in the place of those that are there already
  --missing             leave documents that are there already as they are
                        (without either, an import ends where there is one)
  --dataset NAME        into this dataset; the local lake makes it if it is not there
  --data DIR            the local lake's data folder (.data)
  --unpack-megabytes N  how much an archive may take unpacked (1,000, or 50 times what it takes packed)`

export type ImportArguments = {
  from: string
  operation: Operation
  dataset: string | undefined
  data: string
  /** In bytes. */
  limit: number | undefined
}

/** @throws Failure that says what is wrong and how it should be */
export function parseImportArguments(args: string[]): ImportArguments | 'help' {
  const { values, positionals } = read(args)
  if (values.help) return 'help'
  const [from, ...others] = positionals
  if (!from) throw new Failure('FILE is missing: what should be imported?', importUsage)
  if (others.length > 0) throw new Failure(`One FILE at a time, not ${others.join(' ')} too.`, importUsage)
  if (values.replace && values.missing)
    throw new Failure('--missing and --replace exclude each other.', importUsage)
  if (values.data === '' || values.dataset === '')
    throw new Failure('--data or --dataset has no value.', importUsage)
  return {
    from,
    operation: values.replace ? 'createOrReplace' : values.missing ? 'createIfNotExists' : 'create',
    dataset: values.dataset,
    data: values.data,
    limit: megabytes(values['unpack-megabytes']),
  }
}

function megabytes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text) * 1e6
  throw new Failure(`--unpack-megabytes ${text} is not an amount.`, 'Give a number above 0, such as 5000.')
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        missing: { type: 'boolean', default: false },
        dataset: { type: 'string' },
        data: { type: 'string', default: '.data' },
        'unpack-megabytes': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (cause) {
    throw new Failure(cause instanceof Error ? cause.message : String(cause), importUsage, { cause })
  }
}
