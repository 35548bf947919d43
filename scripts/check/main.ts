import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { account } from './account.ts'
import { check } from './check.ts'
import { environmentOfSteps } from './environment.ts'
import { chooseSteps, type Step, stages } from './steps.ts'
import { addUp, inWords, type Totals } from './totals.ts'

/** `npm test [-- step...]`: runs the checks and ends with a line of totals. */
async function main(names: string[]): Promise<void> {
  const chosen = chooseSteps(stages, names)
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort())
  const root = resolve(import.meta.dirname, '../..')
  const wantsColour = process.stdout.isTTY && !process.env.NO_COLOR
  const env = environmentOfSteps(process.env, root, wantsColour)
  const scratch = await mkdtemp(join(tmpdir(), 'last-orders-check-'))

  const totals: Totals[] = []
  for (const stage of chosen) {
    if (interruption.signal.aborted) break
    const running = new Set<Step>(stage)
    showRunning(running)
    await Promise.all(
      stage.map(async (step) => {
        const checked = await check(step, { root, env, scratch, signal: interruption.signal })
        totals.push(checked.outcome.totals)
        running.delete(step)
        clearLine()
        const text = account(checked)
        // Not every program leaves out colours when it is asked to.
        console.log(wantsColour ? text : stripVTControlCharacters(text))
        showRunning(running)
      }),
    )
  }
  await rm(scratch, { recursive: true })

  const sum = addUp(totals)
  process.exitCode = interruption.signal.aborted ? 130 : sum.failed > 0 ? 1 : 0
  console.log(`\n${inWords(sum)}`)
}

/** Only for people who watch: a last line that is overwritten. */
function showRunning(steps: Set<Step>): void {
  if (process.stdout.isTTY && steps.size > 0) {
    process.stdout.write(`… ${[...steps].map(({ name }) => name).join(', ')}`)
  }
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
