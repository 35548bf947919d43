import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from './environment.ts'
import { judge, type Outcome } from './outcome.ts'
import { type Ending, run } from './run.ts'
import { runners } from './runners.ts'
import type { Step } from './steps.ts'

/** Runs one step and judges it. `scratch` is a folder for the reports of test runners. */
export async function check(step: Step, { root, env, scratch, signal }: Setting): Promise<Checked> {
  if (step.makes) await rm(join(root, step.makes), { recursive: true, force: true })
  const reportFile = join(scratch, `${step.name}.json`)
  const reporting = step.runner && runners[step.runner].reporting(reportFile)
  const ending = await run([...step.command, ...(reporting?.args ?? [])], {
    folder: root,
    env: { ...env, ...reporting?.env },
    limit: (step.minutes ?? 10) * 60_000,
    signal,
  })
  const report = step.runner && (await readFile(reportFile, 'utf8').catch(() => undefined))
  return { step, ending, outcome: judge(step.runner, ending, report) }
}

type Setting = { root: string; env: Environment; scratch: string; signal: AbortSignal }

export type Checked = { step: Step; ending: Ending; outcome: Outcome }
