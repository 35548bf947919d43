import { join } from 'node:path'
import { createLakeClient } from '../../src/cms/client.ts'
import { type Mirror, openMirror } from '../../src/cms/mirror.ts'
import { type PullOptions, type PullReport, pull } from '../../src/cms/pull.ts'
import { type TestLake, test as withLake } from './lake.ts'

/** A lake and a mirror of it. */
export type PulledLake = {
  lake: TestLake
  mirror: Mirror
  file: string
  update(options?: PullOptions): Promise<PullReport>
}

/** A test that has a lake of its own, and an empty mirror of it. */
export const test = withLake.extend<{ pulled: PulledLake }>({
  pulled: async ({ lake }, use) => {
    const file = join(lake.dataDir, 'mirror.sqlite')
    const mirror = openMirror(file, 'a lake')
    const { projectId, dataset, token, url: apiHost } = lake
    const client = createLakeClient({ projectId, dataset, token, apiHost })
    await use({ lake, mirror, file, update: (options) => pull(client, mirror, options) })
    mirror.close()
  },
})
