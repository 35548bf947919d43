import { spawn } from 'node:child_process'
import { ended } from '../local/ended.ts'

/** Runs a program silently. @throws Error with its output where it fails */
export async function runToEnd(
  command: string,
  args: string[],
  cwd = process.cwd(),
  env: Record<string, string> = {},
): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const { code, said } = await ended(child)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${said}`)
}
