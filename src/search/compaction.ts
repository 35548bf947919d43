import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Failure } from '../failure.ts'
import type { BuiltIndex } from './build-index.ts'
import { type CompactionOrder, compactionAnswer } from './compaction-order.ts'

/** A base that is being made. Once stopped, nothing will come of it. */
export type Compaction = { pid: number | undefined; done: Promise<BuiltIndex>; stop(): void }

const program = fileURLToPath(new URL('./compaction-process.ts', import.meta.url))
const again = 'It is tried again after the next change.'

/** Makes an index of all pages in a process of its own. */
export function startCompaction(order: CompactionOrder): Compaction {
  const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  const { promise, resolve, reject } = Promise.withResolvers<BuiltIndex>()
  child.once('error', reject)
  child.once('message', (message) => {
    const answer = compactionAnswer.parse(message)
    if ('folder' in answer) resolve({ ...answer, pages: new Map(answer.pages) })
    else reject(new Failure(answer.message, answer.hint || again))
  })
  // Where it has answered before, this changes nothing.
  child.once('exit', () =>
    reject(new Failure('The search index was not made anew: the process that made it was ended.', again)),
  )
  child.send(order)
  return { pid: child.pid, done: promise, stop: () => void child.kill('SIGKILL') }
}
