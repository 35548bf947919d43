import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environmentOf } from '../src/env.ts'
import { lakeEnvironment, namesHostedProject } from './local/environment.ts'
import { startLakeProcess } from './local/lake-process.ts'
import { ensureFree, loopback } from './local/ports.ts'
import { startPublisherProcess } from './local/publisher-process.ts'
import { reportFailure } from './local/report-failure.ts'
import { noteRunning } from './local/running.ts'
import { importSampleIntoEmpty } from './local/sample.ts'
import { createShutdown } from './local/shutdown.ts'
import { parseStartArguments, startUsage } from './local/start-arguments.ts'
import { buildStudio } from './studio/build.ts'
import { serveStudio } from './studio/serve.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const say = (line: string) => console.log(line)

const shutdown = createShutdown(say)

async function main(): Promise<void> {
  const options = parseStartArguments(process.argv.slice(2))
  if (options === 'help') return say(startUsage)
  const env = environmentOf(root)
  const hosted = namesHostedProject(env)
  const data = resolve(options.data)
  const siteUrl = `http://localhost:${options.site}`
  const studioUrl = `http://localhost:${options.studio}`

  await ensureFree(options.site, 'the site', '--site')
  await ensureFree(options.studio, 'the Studio', '--studio')
  if (!hosted) await ensureFree(options.lake, 'the local lake', '--lake')
  // Drafts lie in it: nobody else on this machine has any business there.
  mkdirSync(data, { recursive: true, mode: 0o700 })

  say('Starting. Ctrl+C stops everything.')
  let siteEnv = env
  let bootstrap: Parameters<typeof serveStudio>[0]['bootstrap'] = () => undefined
  if (!hosted) {
    const lake = await startLakeProcess({
      data,
      port: options.lake,
      allowedOrigins: [studioUrl, `http://${loopback}:${options.studio}`],
    })
    shutdown.add('lake', lake)
    shutdown.onStop(noteRunning(data, lake))
    const imported = await importSampleIntoEmpty(lake)
    if (imported > 0)
      say(`  The local lake was empty: ${imported} documents of sample content were imported.`)
    siteEnv = { ...env, ...lakeEnvironment(lake, siteUrl) }
    const { projectId, dataset, token, url } = lake
    bootstrap = () => ({ apiHost: url, projectId, dataset, token, siteUrl })
  }

  const studioFolder = buildStudio(env, () => say('  Building the Studio (once, until its code changes)'))
  // Waited for below; until then a failure must not end the program on its own.
  studioFolder.catch(() => undefined)
  const publisher = await startPublisherProcess({
    env: {
      ...siteEnv,
      SITE_URL: siteUrl,
      STUDIO_URL: studioUrl,
      SITE_CACHE: join(data, 'site-cache'),
    },
    out: join(data, 'site'),
    port: options.site,
    say,
  })
  shutdown.add('publisher', publisher)
  say(`  Site    ${siteUrl}`)

  const studio = await serveStudio({
    folder: await studioFolder,
    host: loopback,
    port: options.studio,
    bootstrap,
  })
  shutdown.onStop(() => {
    studio.server.close()
    studio.server.closeAllConnections()
  })
  say(`  Studio  ${studioUrl}`)
  say(
    hosted
      ? `  Content project ${env.SANITY_PROJECT_ID}, at Sanity`
      : `  Lake    http://localhost:${options.lake}, content in ${data}`,
  )
  say('Ready. What is published in the Studio is on the site a moment later.')
}

try {
  await main()
} catch (error) {
  // What fails because everything stops is no news.
  if (!shutdown.isStopping()) {
    reportFailure(error)
    process.exit(1)
  }
}
