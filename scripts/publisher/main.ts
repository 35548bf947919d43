import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { environmentOf, readSettings } from '../../src/env.ts'
import { editionLines, progressLog } from '../../src/press/report.ts'
import { loopback } from '../local/ports.ts'
import { explained, reportFailure } from '../local/report-failure.ts'
import { compiledBundle } from './compiled-bundle.ts'
import type { PublisherMessage } from './messages.ts'
import { startPublisher } from './publisher.ts'
import { serveFolder } from './serve.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Tells the program that started this one, or the terminal where there is none. */
function tell(message: PublisherMessage): void {
  if (process.send) process.send(message)
  else if (message.type === 'edition') console.log(message.lines.join('\n'))
  else if (message.type === 'failure') console.error(`${message.message}\n${message.hint}`)
  else console.log(message.type === 'ready' ? `The site is on ${message.url}` : message.text)
}

function tellFailure(error: unknown): void {
  tell({ type: 'failure', ...explained(error) })
}

/** By `exit`, unlike by the signal itself, a compiler that runs meanwhile is ended too. */
function exitBeforeReady(): void {
  process.exit(1)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist' }, port: { type: 'string', default: '4321' } },
  })
  const settings = readSettings(environmentOf(root))
  const onCompile = () => tell({ type: 'progress', text: 'Compiling the site’s pages' })
  const bundle = await compiledBundle(root, { onCompile })
  const publisher = await startPublisher({
    settings,
    bundle,
    root,
    outDir: values.out,
    onEdition: (edition, milliseconds) =>
      tell({ type: 'edition', lines: editionLines(edition), milliseconds }),
    onFailure: tellFailure,
    onProgress: progressLog((text) => tell({ type: 'progress', text })),
  })
  const site = await serveFolder(values.out, loopback, Number(values.port))
  tell({ type: 'ready', url: `http://localhost:${site.port}/` })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    site.server.close()
    site.server.closeAllConnections()
    await publisher.close()
    process.exit(0)
  }
  process.off('SIGTERM', exitBeforeReady)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

// Started by another program: when that one is gone, however it went, there is nobody left to work for.
process.once('disconnect', () => process.exit())
process.once('SIGTERM', exitBeforeReady)
try {
  await main()
} catch (error) {
  if (process.send) tellFailure(error)
  else reportFailure(error)
  process.exit(1)
}
