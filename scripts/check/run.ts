import { spawn } from 'node:child_process'
import type { Environment } from './environment.ts'

/** Runs a program to its end, or to its time limit, and leaves nothing of it behind. Never rejects. */
export function run(command: string[], { folder, env, limit, signal }: Options): Promise<Ending> {
  const [program = '', ...args] = command
  const begun = performance.now()
  return new Promise((resolve) => {
    // A group of its own, so that whatever it started can be ended with it.
    const child = spawn(program, args, {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    let problem: string | undefined
    const stop = (reason: string) => {
      problem ??= reason
      endGroup(child.pid, 'SIGTERM')
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), 5_000).unref()
    }
    const onInterrupt = () => stop('was interrupted')
    const timer = setTimeout(() => stop(`took longer than ${limit / 1_000} s and was stopped`), limit)
    signal?.addEventListener('abort', onInterrupt)

    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', (error) => {
      problem ??= `could not be started (${error.message})`
    })
    child.on('exit', () => endGroup(child.pid, 'SIGKILL'))
    child.on('close', (code, killedBy) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onInterrupt)
      problem ??= killedBy ? `was ended by ${killedBy}` : undefined
      resolve({ code, problem, output, seconds: (performance.now() - begun) / 1_000 })
    })
  })
}

function endGroup(pid: number | undefined, how: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, how)
  } catch {
    // Nothing of the group is left.
  }
}

type Options = {
  folder: string
  env: Environment
  /** In milliseconds. */
  limit: number
  signal?: AbortSignal
}

/** How a program ended. `problem` says what was wrong other than its exit code. */
export type Ending = { code: number | null; problem: string | undefined; output: string; seconds: number }
