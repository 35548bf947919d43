import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { SanityClient } from '@sanity/client'
import { lakeEnvironment } from '../local/environment.ts'
import { lakeClient } from '../local/lake-client.ts'
import { startLakeProcess } from '../local/lake-process.ts'
import { startPublisherProcess } from '../local/publisher-process.ts'
import { importSampleIntoEmpty } from '../local/sample.ts'
import { quantile } from './quantile.ts'

const port = 4399
const siteUrl = `http://localhost:${port}`
const rounds = 40

/** From the moment that “Publish” is sent to the lake until the site serves the new page, with the sample. */
export async function measurePublish(): Promise<Record<string, string>> {
  const data = mkdtempSync(join(tmpdir(), 'publish-'))
  const lake = await startLakeProcess({ data, port: 0, allowedOrigins: [] })
  try {
    await importSampleIntoEmpty(lake)
    const publisher = await startPublisherProcess({
      env: { ...process.env, ...lakeEnvironment(lake, siteUrl), SITE_CACHE: join(data, 'cache') },
      out: join(data, 'site'),
      port,
      say: () => undefined,
    })
    const times = await publishOften(lakeClient(lake))
    await publisher.stop()
    return {
      rounds: String(times.length),
      'median (goal: under 1 s)': milliseconds(quantile(times, 0.5)),
      '95th percentile': milliseconds(quantile(times, 0.95)),
      slowest: milliseconds(Math.max(...times)),
    }
  } finally {
    await lake.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

async function publishOften(client: SanityClient): Promise<number[]> {
  const publishedId = 'recap-scorecards-never-die'
  const draftId = `drafts.${publishedId}`
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const title = `Edition ${round} of this title`
    await client.action({
      actionType: 'sanity.action.document.edit',
      draftId,
      publishedId,
      patch: { set: { title } },
    })
    const began = performance.now()
    await client.action({ actionType: 'sanity.action.document.publish', draftId, publishedId })
    while (!(await page()).includes(title)) await wait(2)
    times.push(performance.now() - began)
    // The search index follows the page; the next round begins when it is done, as it would for a person.
    await wait(1000)
  }
  return times
}

async function page(): Promise<string> {
  return (await fetch(`${siteUrl}/recaps/scorecards-never-die/`)).text()
}

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`
}
