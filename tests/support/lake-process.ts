import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { compileCache } from '../../scripts/local/compile-cache.js'

/** The program that `npm run lake` runs. */
export const lakeProgram = fileURLToPath(new URL('../../scripts/lake/main.ts', import.meta.url))

type Address = { url: string; projectId: string; dataset: string; token: string }

/** Starts a lake as a process of its own on a port of the system's choice; it says what it has to say as JSON. */
export function spawnLake(dataDir: string, options: string[] = []): ChildProcess {
  return spawn(process.execPath, [lakeProgram, ...lakeOptions(dataDir), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...compileCache },
  })
}

export function lakeOptions(dataDir: string): string[] {
  return ['--data', dataDir, '--port', '0', '--json']
}

/** Resolves when the lake is ready. @throws where it ends before */
export async function addressOf(lake: ChildProcess): Promise<Address> {
  if (!lake.stdout) throw new Error('The lake has no output')
  for await (const line of createInterface({ input: lake.stdout })) return JSON.parse(line)
  throw new Error('The lake ended before it was ready')
}

/** Ends a lake as a crash does, and resolves when it is gone. */
export async function killLake(lake: ChildProcess): Promise<void> {
  lake.kill('SIGKILL')
  if (lake.exitCode === null && lake.signalCode === null) await once(lake, 'exit')
}
