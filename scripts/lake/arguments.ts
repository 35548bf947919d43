import { parseArgs } from 'node:util'
import { Failure } from '../../src/failure.ts'

export type LakeArguments = { dataDir: string; port: number; allowedOrigins: string[]; json: boolean }

const usage = `Usage: node scripts/lake/main.ts --data DIR [--port 4333] [--allow-origin URL]... [--json]

  --data DIR          folder for documents, pictures and the token; made if it is not there
  --port N            port on 127.0.0.1, 0 for any that is free (default 4333)
  --allow-origin URL  a page that may use the lake from a browser; may be repeated
  --json              when ready, print one line of JSON: url, projectId, dataset, token`

/** @throws Failure that says what is wrong and how it should be */
export function parseArguments(list: string[]): LakeArguments {
  const { data, port, json, 'allow-origin': allowedOrigins } = read(list)
  if (!data) throw new Failure('--data is missing: which folder should the lake use?', usage)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Failure(`--port ${port} is not a port.`, 'Give a number from 0 to 65535.')
  }
  for (const origin of allowedOrigins) {
    if (!URL.canParse(origin)) {
      throw new Failure(`--allow-origin ${origin} is not an address.`, 'Give one like http://localhost:3333.')
    }
  }
  return { dataDir: data, port: Number(port), allowedOrigins, json }
}

function read(list: string[]) {
  try {
    return parseArgs({
      args: list,
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '4333' },
        'allow-origin': { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'Unknown arguments.', usage, { cause: error })
  }
}
