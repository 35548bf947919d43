import { parseArgs } from 'node:util'
import { Failure } from '../../src/failure.ts'

export const startUsage = `npm start [-- options]

Runs the local lake, the Studio, the site and the publisher on this machine.

  --site PORT     of the site (4321)
  --studio PORT   of the Studio (3333)
  --lake PORT     of the local lake (4333)
  --data DIR      folder of the content and of what is rendered from it (.data)`

export type StartOptions = { site: number; studio: number; lake: number; data: string }

/** @throws Failure that names the option that is not understood */
export function parseStartArguments(args: string[]): StartOptions | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  const options = {
    site: port('--site', values.site),
    studio: port('--studio', values.studio),
    lake: port('--lake', values.lake),
    data: values.data,
  }
  if (options.data === '')
    throw new Failure('--data has no value: which folder should hold the content?', startUsage)
  if (new Set([options.site, options.studio, options.lake]).size < 3)
    throw new Failure('The site, the Studio and the local lake need three different ports.', startUsage)
  return options
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        site: { type: 'string', default: '4321' },
        studio: { type: 'string', default: '3333' },
        lake: { type: 'string', default: '4333' },
        data: { type: 'string', default: '.data' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    throw new Failure(cause instanceof Error ? cause.message : String(cause), startUsage, { cause })
  }
}

function port(option: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value < 65536) return value
  throw new Failure(`${option} ${text}: a port is a number from 1 to 65535.`, startUsage)
}
