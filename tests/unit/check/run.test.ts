import { expect, test } from 'vitest'
import { run } from '../../../scripts/check/run.ts'

const here = { folder: '.', env: process.env, limit: 5_000 }
const node = (script: string) => [process.execPath, '-e', script]

test('collects what a program prints on both streams, and its exit code', async () => {
  const ending = await run(node('console.log("out"); console.error("err"); process.exitCode = 3'), here)
  expect(ending).toMatchObject({ code: 3, problem: undefined })
  expect(ending.output).toContain('out\n')
  expect(ending.output).toContain('err\n')
})

test('a program that is not there', async () => {
  const ending = await run(['no-such-program'], here)
  expect(ending.problem).toContain('could not be started')
})

test('a program that is killed', async () => {
  const ending = await run(node('process.kill(process.pid, "SIGKILL")'), here)
  expect(ending.problem).toBe('was ended by SIGKILL')
})

test('stops what takes too long', async () => {
  const ending = await run(node('setInterval(() => {}, 1000)'), { ...here, limit: 300 })
  expect(ending.problem).toBe('took longer than 0.3 s and was stopped')
})

test('stops when it is interrupted', async () => {
  const signal = AbortSignal.timeout(300)
  const ending = await run(node('setInterval(() => {}, 1000)'), { ...here, signal })
  expect(ending.problem).toBe('was interrupted')
})

test('ends what a program left running, which would hold its output open', async () => {
  const leave = `
    const args = ['-e', 'setInterval(() => {}, 1000)']
    require('node:child_process').spawn(process.execPath, args, { stdio: 'inherit' })
    process.exit()`
  const ending = await run(node(leave), here)
  expect(ending).toMatchObject({ code: 0, problem: undefined })
})
