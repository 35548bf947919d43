import { parentPort, workerData } from 'node:worker_threads'
import { LakeReader } from './lake-reader.ts'
import type { Limits, Question, Told, WorkerSettings } from './messages.ts'

if (!parentPort) throw new Error('This is started as a thread of the lake.')
const port = parentPort
const reader = new LakeReader(workerData as WorkerSettings)

port.on('message', async ({ question, limits }: { question: Question; limits: Limits }) => {
  const answer = await reader.answer(question, limits, () => tell({ kind: 'begun' }))
  tell(answer)
})

function tell(told: Told): void {
  port.postMessage(told, told.kind === 'value' ? told.json.pieces.map(({ buffer }) => buffer) : [])
}
