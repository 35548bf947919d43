import { spawn } from 'node:child_process'
import { settingNames } from '../../src/env.ts'
import { root } from './root.ts'

/** No test may read a developer’s `.env`: empty variables go before it, and count as absent. */
const withoutSettings = Object.fromEntries(settingNames.map((name) => [name, '']))

/** A program of the project that runs while a test watches it. */
export type RunningProgram = {
  output(): string
  /** What it wrote to standard output alone. */
  stdout(): string
  /** Resolves as soon as the output contains the text. @throws where the program ends before */
  says(text: string): Promise<void>
  kill(signal: NodeJS.Signals): void
  exited: Promise<number | null>
}

/** Runs a script of the project on the pinned Node. */
export function runScript(script: string, args: string[], env: Record<string, string> = {}): RunningProgram {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...withoutSettings, PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as in a terminal, where Ctrl+C goes to all of a group.
    detached: true,
  })
  let text = ''
  let stdout = ''
  const watchers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
      for (const watch of watchers) watch()
    })
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    output: () => text,
    stdout: () => stdout,
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          if (!text.includes(wanted)) return
          watchers.delete(watch)
          resolve()
        }
        watchers.add(watch)
        watch()
        void exited.then(() => reject(new Error(`The program ended without saying “${wanted}”:\n${text}`)))
      }),
    kill: (signal) => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, signal)
    },
    exited,
  }
}
