import { argv, kill, pid } from 'node:process'
import { compiledBundle } from '../../scripts/publisher/compiled-bundle.ts'
import { openMirror } from '../../src/cms/mirror.ts'
import { pressInto } from './pressed.ts'
import { root } from './root.ts'

// A program of its own, for a test: presses, and is killed in the middle of a step, as by a power cut.
const [folder = '', mirrorFile = '', moment = '', step = '', count = ''] = argv.slice(2)
const die = () => kill(pid, 'SIGKILL')
const { press } = pressInto(
  folder,
  { bundle: await compiledBundle(root), mirror: openMirror(mirrorFile, 'test'), mirrorFile },
  {
    onProgress: (name, done) => {
      if (name === step && done === Number(count)) die()
    },
    beforeCommit: () => {
      if (step === 'before') die()
    },
  },
)
await press.update(new Date(moment))
die()
