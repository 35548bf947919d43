import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { keyedRef, storedAuthor, storedRecap, storedTopic, toCreate } from '../../support/documents.ts'
import { faultProxy } from '../../support/fault-proxy.ts'
import { startFaultServer } from '../../support/fault-server.ts'
import { type TestLake, test } from '../../support/lake.ts'
import { pullInto, saidByFile } from '../../support/mirror.ts'

/** So that the document is fetched soon after it was listed, and everything is not listed at once. */
const pages = { recent: 100, listed: 5, whole: 2 }

/** What somebody publishes and deletes, all at once; each time something else. */
async function move({ client }: TestLake, round: string): Promise<void> {
  const by = (author: string) => ({ authors: [keyedRef(author)] })
  await client
    .transaction()
    .create(toCreate(storedAuthor(`author-${round}`)))
    .create(toCreate(storedRecap(`a-recap-${round}`, by(`author-${round}`))))
    .create(toCreate(storedRecap(`z-recap-${round}`, by(`author-${round}`))))
    .patch('m', (patch) => patch.set(by(`author-${round}`)))
    .delete(`gone-${round}`)
    .commit()
}

describe.each(['whole', 'quick'] as const)('a %s pull', (way) => {
  test('keeps together what belongs together, whenever it comes or goes', async ({ lake }) => {
    const requests = 12
    const rounds = Array.from({ length: requests }, (_, index) => String(index + 1))
    await lake.client.create(toCreate(storedAuthor('ada')))
    await lake.client.create(toCreate(storedRecap('m')))
    for (const round of rounds) await lake.client.create(toCreate(storedTopic(`gone-${round}`)))
    const file = join(lake.dataDir, 'mirror.sqlite')
    await pullInto(file, lake)

    for (const round of rounds) {
      let count = 0
      const proxy = faultProxy(lake.url, () => undefined)
      const server = await startFaultServer(async (request, response) => {
        if (String(++count) === round) await move(lake, round)
        proxy(request, response)
      })
      // Something that the pull has to fetch, while the rest happens.
      await lake.client
        .patch('m')
        .set({ title: `In round ${round}` })
        .commit()
      const { refusals } = await pullInto(file, { ...lake, url: server.url }, { way, pages })
      await server.close()
      if (count < Number(round)) await move(lake, round)
      expect(refusals).toEqual([])
      expect((await pullInto(file, lake, { way: 'quick' })).refusals).toEqual([])
    }
    const fresh = join(lake.dataDir, 'fresh.sqlite')
    await pullInto(fresh, lake)
    expect(saidByFile(file)).toBe(saidByFile(fresh))
  })
})
