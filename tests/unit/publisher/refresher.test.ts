import { expect, it } from 'vitest'
import { createRefresher } from '../../../scripts/publisher/refresher.ts'

/** A job whose runs end when the test says so. */
function controlledJob() {
  const runs: { finish: () => void; fail: (error: Error) => void }[] = []
  const job = () => new Promise<void>((finish, fail) => void runs.push({ finish, fail }))
  const run = (index: number) => {
    const found = runs[index]
    if (!found) throw new Error(`Run ${index} has not begun.`)
    return found
  }
  return { job, runs, run }
}

it('runs at once when it rests', async () => {
  const { job, runs, run } = controlledJob()
  const done = createRefresher(job).refresh()
  expect(runs).toHaveLength(1)
  run(0).finish()
  await done
})

it('runs once more for all calls that come meanwhile, after the run under way', async () => {
  const { job, runs, run } = controlledJob()
  const { refresh, settled } = createRefresher(job)
  const first = refresh()
  const [second, third] = [refresh(), refresh()]
  expect(third).toBe(second)
  expect(runs).toHaveLength(1)
  run(0).finish()
  await first
  await Promise.resolve()
  while (runs.length < 2) await Promise.resolve()
  run(1).finish()
  await Promise.all([second, settled()])
  expect(runs).toHaveLength(2)
})

it('goes on after a run that failed, and tells only those who asked for that run', async () => {
  const { job, runs, run } = controlledJob()
  const { refresh } = createRefresher(job)
  const first = refresh()
  const second = refresh()
  run(0).fail(new Error('no lake'))
  await expect(first).rejects.toThrow('no lake')
  while (runs.length < 2) await Promise.resolve()
  run(1).finish()
  await expect(second).resolves.toBeUndefined()
})

it('never runs twice at a time, also for a call that comes between two runs', async () => {
  let running = 0
  let most = 0
  const { refresh, settled } = createRefresher(async () => {
    most = Math.max(most, ++running)
    await Promise.resolve()
    running--
  })
  const first = refresh()
  void refresh()
  await first
  for (let turn = 0; turn < 10; turn++) {
    void refresh()
    await Promise.resolve()
  }
  await settled()
  expect(most).toBe(1)
})
