import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Figure } from '../lake/figure.ts'

export type TaskName = 'pull' | 'full' | 'warm'

const figures = z.array(
  z.object({
    name: z.string(),
    unit: z.enum(['ms', 's', 'MB', 'KB']),
    samples: z.array(z.number()),
    goal: z.string().optional(),
    note: z.string().optional(),
  }),
)

/** Runs a task in a process of its own, so that its memory is its own too. */
export async function runTask(
  name: TaskName,
  folder: string,
  env: Record<string, string>,
): Promise<Figure[]> {
  const program = fileURLToPath(new URL('./run-task.ts', import.meta.url))
  const child = spawn(process.execPath, [program, name, folder], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`The task “${name}” ended with code ${code}.`)
  return figures.parse(JSON.parse(said)).map(({ goal, note, ...figure }) => ({
    ...figure,
    ...(goal === undefined ? {} : { goal }),
    ...(note === undefined ? {} : { note }),
  }))
}
