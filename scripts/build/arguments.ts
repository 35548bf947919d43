import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from '../../src/failure.ts'

/** How a program that writes the site once goes about it; folders are absolute. */
export type WriteOptions = {
  out: string
  /** Data folder of the local lake. */
  data: string
  /** Build the sample content, whatever there is. */
  sample: boolean
  /** Write nothing where a document cannot be shown. */
  strict: boolean
  acceptShrink: boolean
  /** Use what was pulled last, and ask no lake. */
  fromMirror: boolean
  /** Tell for each page why it was written. */
  explain: boolean
}

const options = {
  out: { type: 'string', default: 'dist' },
  data: { type: 'string', default: '.data' },
  sample: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  'accept-shrink': { type: 'boolean', default: false },
  'from-mirror': { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

export const usage = `npm run build [-- options]    writes the whole site into dist/
npm run press [-- options]    brings dist/ up to date with what was published last

Both take the content from the Sanity project that the environment names, else from the local lake, which is started
for as long as it takes if it does not run. Build compares everything that is published with what it knows, and looks
for files in dist/ that were changed by hand; press asks for the newest only, and is done in a moment.

  --out DIR         write into DIR instead of dist/
  --data DIR        the local lake's data folder (.data)
  --sample          build the sample content, whatever the local lake holds
  --from-mirror     build from what was pulled last, without asking the lake
  --accept-shrink   believe a lake that has lost much of what was there: it was really deleted
  --strict          fail, and write nothing, where a document cannot be shown
  --explain         say for each page why it was written`

/** @throws Failure that names the option that is not understood */
export function parseWriteArguments(args: string[]): WriteOptions | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  if (values.out === '' || values.data === '')
    throw new Failure('--out or --data has no value: which folder is meant?', usage)
  if (values.sample && values['from-mirror'])
    throw new Failure('--sample and --from-mirror exclude each other: the sample has no mirror yet.', usage)
  return {
    out: resolve(values.out),
    data: resolve(values.data),
    sample: values.sample,
    strict: values.strict,
    acceptShrink: values['accept-shrink'],
    fromMirror: values['from-mirror'],
    explain: values.explain,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values
  } catch (cause) {
    throw new Failure(cause instanceof Error ? cause.message : String(cause), usage, { cause })
  }
}
