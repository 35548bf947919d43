import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { Failure } from '../failure.ts'
import type { CrewAnswer, CrewTask } from './crew-messages.ts'
import type { Made, Wish } from './maker.ts'
import { sharedOut } from './shared-out.ts'

/**
 * Makes many pages in several threads, each with a site and a bundle of its own.
 * @throws Failure that one of them failed with; the others are stopped then
 */
export async function makeWithCrew(
  task: Omit<CrewTask, 'name'>,
  wishes: readonly Wish[],
  onProgress: (done: number) => void,
): Promise<Made[]> {
  const made: Made[] = []
  const size = availableParallelism()
  const take = sharedOut(wishes, size)
  // Pages leave much behind that nobody needs. Left to itself, each thread would let a hundred megabytes of it lie
  // about; collecting it earlier takes no time that could be measured.
  setFlagsFromString('--heap-growing-percent=50')
  const workers: Worker[] = []
  const work = (number: number) =>
    new Promise<void>((done, fail) => {
      const workerData: CrewTask = { ...task, name: `crew${number}` }
      // Pages are short-lived: more room for what is young would only make the process larger.
      const resourceLimits = { maxYoungGenerationSizeMb: 16 }
      const worker = new Worker(new URL('./crew-worker.ts', import.meta.url), { workerData, resourceLimits })
      workers.push(worker)
      worker.on('error', fail)
      worker.on('exit', (code) =>
        code === 0 ? done() : fail(new Error(`A thread ended with code ${code}.`)),
      )
      worker.on('message', (answer: CrewAnswer) => {
        if ('failure' in answer) return fail(new Failure(answer.failure.message, answer.failure.hint))
        for (const page of answer.made) made.push(page)
        onProgress(made.length)
        worker.postMessage(take(number))
      })
    })
  try {
    await Promise.all(Array.from({ length: size }, (_, number) => work(number)))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return made
}
