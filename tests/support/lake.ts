import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { test as base } from 'vitest'
import { type RunningLake, startLake } from '../../scripts/lake/start.ts'

/** The page that may use a test's lake from a browser. */
export const studioOrigin = 'http://localhost:3333'

export type TestLake = RunningLake & {
  dataDir: string
  /** Holds the token. */
  client: SanityClient
  /** Does not. */
  anonymous: SanityClient
  /** What the lake had to tell its owner about faults of its own. */
  reports: string[]
}

/** A test that has a lake of its own, empty, in a folder of its own, on a port of the system's choice. */
export const test = base.extend<{ dataDir: string; lake: TestLake }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  dataDir: async ({}, use) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'lake-'))
    await use(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  },
  lake: async ({ dataDir }, use) => {
    const reports: string[] = []
    const running = await startLake({
      dataDir,
      port: 0,
      allowedOrigins: [studioOrigin],
      report: (message) => reports.push(message),
    })
    await use({
      ...running,
      dataDir,
      reports,
      client: clientOf(running),
      anonymous: clientOf(running).withConfig({ token: undefined }),
    })
    await running.close()
  },
})

/** The real client, as the site and the Studio configure it for a local lake. */
export function clientOf(lake: {
  url: string
  projectId: string
  dataset: string
  token: string
}): SanityClient {
  return createClient({
    apiHost: lake.url,
    projectId: lake.projectId,
    dataset: lake.dataset,
    token: lake.token,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    // A test shows what the lake answers, not what a second try gets.
    maxRetries: 0,
  })
}
