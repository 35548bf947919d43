import { argv } from 'node:process'
import { z } from 'zod'
import { createLakeClient } from '../../../src/cms/client.ts'
import { openMirror } from '../../../src/cms/mirror.ts'
import { pull } from '../../../src/cms/pull.ts'
import { memoryOf } from '../lake/memory.ts'

const lake = z.object({ url: z.string(), projectId: z.string(), dataset: z.string(), token: z.string() })

// A program of its own, so that memory and the time that loading takes are those of one pull.
const [file = '', address = '', way = ''] = argv.slice(2)
const { url: apiHost, ...rest } = lake.parse(JSON.parse(address))
const mirror = openMirror(file, 'bench')
const began = performance.now()
const { changed } = await pull(createLakeClient({ ...rest, apiHost }), mirror, {
  way: way === 'quick' ? 'quick' : 'whole',
})
const pulled = performance.now()
const entries = [...mirror.entries()].length
const read = performance.now()
const { user, system } = process.cpuUsage()
mirror.close()
console.log(
  JSON.stringify({
    changed: changed.length,
    entries,
    pull: pulled - began,
    reading: read - pulled,
    // From the start of the process.
    whole: read,
    cpu: (user + system) / 1000,
    peak: memoryOf(process.pid, 'peak'),
  }),
)
