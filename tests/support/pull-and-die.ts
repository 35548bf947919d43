import { argv, kill, pid } from 'node:process'
import { pullInto } from './mirror.ts'

// A program of its own, for a test: pulls, and is killed after a number of steps, as by a power cut.
const [file = '', address = '', steps = ''] = argv.slice(2)
const { projectId, dataset, token, url } = JSON.parse(address)
let step = 0
const onProgress = () => {
  if (++step === Number(steps)) kill(pid, 'SIGKILL')
}
await pullInto(
  file,
  { projectId, dataset, token, url },
  { pages: { recent: 2, listed: 3, whole: 1 }, onProgress },
)
kill(pid, 'SIGKILL')
