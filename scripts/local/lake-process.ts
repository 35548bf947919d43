import { fork } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { Failure } from '../../src/failure.ts'
import { compileCache } from './compile-cache.js'

const ready = z.object({ url: z.url(), projectId: z.string(), dataset: z.string(), token: z.string() })

/** Where a local lake answers, and the token with which it may be read and written. */
export type LakeAddress = z.infer<typeof ready>

/** A local lake in a process of its own. */
export type LakeProcess = LakeAddress & {
  pid: number
  stop: () => Promise<void>
  exited: Promise<number | null>
}

/** Megabytes for what is new; Node's default would let tens of megabytes of waste lie about. In package.json as well. */
const lessWaste = '--max-semi-space-size=4'

type LakeOptions = { data: string; port: number; allowedOrigins: string[] }

/**
 * Starts a local lake and waits until it answers.
 * @throws Failure with what the lake said, where it could not start
 */
export async function startLakeProcess({ data, port, allowedOrigins }: LakeOptions): Promise<LakeProcess> {
  const origins = allowedOrigins.flatMap((origin) => ['--allow-origin', origin])
  const child = fork(
    new URL('../lake/main.ts', import.meta.url),
    ['--data', data, '--port', String(port), '--json', ...origins],
    // Ctrl+C in a terminal goes to a whole group of processes; the lake is stopped last, by who started it.
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
      execArgv: [...process.execArgv, lessWaste],
      env: { ...process.env, ...compileCache },
    },
  )
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-2000)
  })
  const { pid } = child
  if (!child.stdout) throw new Error('The lake was started without an output.')
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{') || pid === undefined) continue
    const address = ready.parse(JSON.parse(line))
    child.stdout.resume()
    // From now on what the lake has to say is news for whoever runs it.
    child.stderr?.removeAllListeners('data').pipe(process.stderr, { end: false })
    return {
      ...address,
      pid,
      exited,
      stop: async () => {
        child.kill('SIGTERM')
        await exited
      },
    }
  }
  await exited
  throw new Failure(
    `The local lake did not start.\n${said.trim()}`,
    'The lines above say what is in its way.',
  )
}
