import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { imageAddressFor } from '../cms/image-addresses.ts'
import { openMirrorForReading } from '../cms/mirror.ts'
import { openSite } from '../site/site.ts'
import { asFailure } from '../system-failure.ts'
import { loadBundle } from './bundle.ts'
import type { CrewAnswer, CrewOrder, CrewTask } from './crew-messages.ts'
import { createMaker } from './maker.ts'
import { originalsOf } from './originals.ts'
import { createShareCardDrawer } from './share-card.ts'
import { openStage } from './stage.ts'

const port = parentPort
if (!port) throw new Error('This file is run as a thread of the press.')
const task: CrewTask = workerData

const answer = (message: CrewAnswer) => port.postMessage(message)
const explain = (error: unknown) => {
  const failure = asFailure(error)
  if (!failure) throw error
  answer({ failure: { message: failure.message, hint: failure.hint } })
}

/** Opens everything and waits for orders. @throws Failure where the mirror has gone on since the site was planned */
async function begin(port: MessagePort): Promise<void> {
  const documents = openMirrorForReading(task.mirrorFile, task.position)
  const bundle = loadBundle(task.root, task.fingerprint)
  const make = createMaker({
    site: openSite({
      documents,
      now: task.now,
      siteUrl: task.siteUrl,
      imageAddress: imageAddressFor(task.picturesAreFiles),
      imageOrigin: task.imageOrigin,
      drawsShareCards: task.drawsShareCards,
      isBroken: (asset) => task.broken.has(asset),
      hasFile: bundle.hasClientFile,
    }),
    bundle,
    renderer: {
      renderPage: bundle.renderPage,
      drawShareCard: createShareCardDrawer(task.cacheDir, originalsOf(task.cacheDir, documents)),
    },
    templates: await bundle.templateNames(),
    stage: openStage(task.outDir, task.name),
  })
  port.on('message', async (wishes: CrewOrder) => {
    if (wishes.length === 0) {
      documents.close()
      port.close()
      return
    }
    try {
      const made = []
      for (const wish of wishes) made.push(await make(wish))
      answer({ made })
    } catch (error) {
      explain(error)
    }
  })
  answer({ made: [] })
}

await begin(port).catch(explain)
