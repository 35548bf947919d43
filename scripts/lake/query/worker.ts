import { parentPort, workerData } from 'node:worker_threads'
import { LakeReader } from './lake-reader.ts'
import type { Asked, Told, WorkerSettings } from './messages.ts'

if (!parentPort) throw new Error('This is started as a thread of the lake.')
const port = parentPort
const reader = new LakeReader({ ...(workerData as WorkerSettings), onProgress: tell })

port.on('message', async (asked: Asked) => {
  if ('prepare' in asked) reader.prepare(asked.prepare)
  else tell(await reader.answer(asked.question, asked.limits))
})

function tell(told: Told): void {
  port.postMessage(told, told.kind === 'value' ? told.json.pieces.map(({ buffer }) => buffer) : [])
}
