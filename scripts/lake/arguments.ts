import { parseArgs } from 'node:util'
import { Failure } from '../../src/failure.ts'
import { loopback } from './host.ts'

export type LakeArguments = {
  dataDir: string
  port: number
  host: string
  allowedOrigins: string[]
  /** Datasets to have; the first is the one that is printed. */
  datasets: string[]
  history: { maximumAgeDays?: number; maximumMegabytes?: number }
  import: ImportAtStart | undefined
  json: boolean
}

export type ImportAtStart = {
  from: string
  /** Without an operation only a dataset that holds no documents is filled. */
  operation: 'createIfNotExists' | 'createOrReplace' | undefined
}

export const lakeUsage = `npm run lake [-- options]

Runs a local lake alone. When it is ready it prints its address, project, dataset and token.

  --data DIR             folder for documents, pictures and the token, made if it is not there
                         (.data, the folder of \`npm start\`, which holds it while it runs)
  --port N               port, 0 for any that is free (4333)
  --dataset NAME         make this dataset if it is not there, and print it; may be repeated, the first is printed
                         (production)
  --import FILE          fill the printed dataset before it says that it is ready: an export (.tar.gz, .tar, .ndjson)
                         or a folder laid out like one. Left alone where the dataset has documents already, so that
                         a later start undoes nothing
  --missing, --replace   with --import: add what is missing at every start; or replace what is there too
  --allow-origin URL     a page that may use the lake from a browser; may be repeated
  --host ADDRESS         listen on this address instead of ${loopback}, for other machines; 0.0.0.0 is all addresses
  --history-days N       forget what changed longer ago than this
  --history-megabytes N  forget the oldest changes when all of them take more than this
  --json                 when ready, print one line of JSON: url, projectId, dataset, token`

/** @throws Failure that says what is wrong and how it should be */
export function parseArguments(list: string[]): LakeArguments | 'help' {
  const values = read(list)
  if (values.help) return 'help'
  for (const option of ['data', 'host', 'import'] as const) {
    if (values[option]?.trim() === '') throw new Failure(`--${option} has no value.`, lakeUsage)
  }
  for (const origin of values['allow-origin']) {
    if (!URL.canParse(origin))
      throw new Failure(`--allow-origin ${origin} is not an address.`, 'Give one like http://localhost:3333.')
  }
  for (const name of values.dataset) {
    if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name))
      throw new Failure(
        `--dataset ${name} is no name for a dataset.`,
        'It may have lower-case letters, digits, hyphens and underscores, 64 of them at most.',
      )
  }
  return {
    dataDir: values.data,
    port: portOf(values.port),
    host: values.host,
    allowedOrigins: values['allow-origin'],
    datasets: values.dataset,
    history: {
      maximumAgeDays: amount('--history-days', values['history-days']),
      maximumMegabytes: amount('--history-megabytes', values['history-megabytes']),
    },
    import: importOf(values),
    json: values.json,
  }
}

function importOf(values: ReturnType<typeof read>): ImportAtStart | undefined {
  const { import: from, missing, replace } = values
  if (missing && replace) throw new Failure('--missing and --replace exclude each other.', lakeUsage)
  if (from !== undefined) {
    return { from, operation: missing ? 'createIfNotExists' : replace ? 'createOrReplace' : undefined }
  }
  if (missing || replace)
    throw new Failure('--missing and --replace say how to import: --import FILE is missing.', lakeUsage)
  return undefined
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text)
  throw new Failure(`--port ${text} is not a port.`, 'Give a number from 0 to 65535.')
}

function amount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,9}(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text)
  throw new Failure(`${option} ${text} is not an amount.`, 'Give a number above 0, such as 30.')
}

function read(list: string[]) {
  try {
    return parseArgs({
      args: list,
      options: {
        data: { type: 'string', default: '.data' },
        port: { type: 'string', default: '4333' },
        host: { type: 'string', default: loopback },
        dataset: { type: 'string', multiple: true, default: [] },
        import: { type: 'string' },
        missing: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        'allow-origin': { type: 'string', multiple: true, default: [] },
        'history-days': { type: 'string' },
        'history-megabytes': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'Unknown arguments.', lakeUsage, {
      cause: error,
    })
  }
}
