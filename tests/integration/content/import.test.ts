import path from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { importContent } from '../../../scripts/content/import.ts'
import { ndjson, writeArchive } from '../../support/archive.ts'
import { startFaultServer } from '../../support/fault-server.ts'
import { clientOf, test } from '../../support/lake.ts'

const reference = (id: string) => ({ _type: 'reference', _ref: id })

/** Two batches of the importer. */
const documents = [
  { _id: 'ada', _type: 'author', name: 'Ada' },
  ...Array.from({ length: 8 }, (_, number) => ({
    _id: `recap-${number}`,
    _type: 'recap',
    author: reference('ada'),
    text: 'Words. '.repeat(12_000),
  })),
]

async function writeDocuments(dataDir: string, list: object[] = documents): Promise<string> {
  const from = path.join(dataDir, 'x.tar.gz')
  await writeArchive(from, [{ name: 'data.ndjson', body: ndjson(list) }])
  return from
}

describe('what is there already', () => {
  test('is left as it is with --missing, down to its revision', async ({ lake, dataDir }) => {
    const { client } = lake
    await client.create({ _id: 'ada', _type: 'author', name: 'Mine' })
    const mine = await client.create({
      ...{ _id: 'recap-0', _type: 'recap' },
      author: { ...reference('ada'), _weak: true },
    })
    const from = await writeDocuments(dataDir)
    const report = await importContent({ client, from, operation: 'createIfNotExists' })
    expect(report).toMatchObject({ documents: 7, replaced: 0, left: 2 })
    expect(await client.getDocument('recap-0')).toEqual(mine)
    expect(await client.fetch('*[_id == "ada"][0].name')).toBe('Mine')
    expect(await client.fetch('count(*[author._weak == true])')).toBe(1)
  })

  test('is replaced with --replace', async ({ lake, dataDir }) => {
    await lake.client.create({ _id: 'ada', _type: 'author', name: 'Mine', more: true })
    const from = await writeDocuments(dataDir)
    const report = await importContent({ client: lake.client, from, operation: 'createOrReplace' })
    expect(report).toMatchObject({ documents: 9, replaced: 1, left: 0 })
    expect(await lake.client.fetch('*[_id == "ada"][0]{name, more}')).toEqual({ name: 'Ada', more: null })
  })
})

describe('a connection that dies in the middle', () => {
  test.for(['createIfNotExists', 'createOrReplace'] as const)(
    'is told, and %s completes what has arrived',
    async (operation, { lake, dataDir }) => {
      const from = await writeDocuments(dataDir)
      // The documents are taken, the patches that make references strong are not.
      const url = await startUnreliable(lake.url, (body) => !body.includes('"unset"'))
      const client = clientOf({ ...lake, url })
      await expect(importContent({ client, from, operation })).rejects.toThrow(
        /^The import broke off: [\s\S]*\n9 of 9 new documents have arrived; references in them may be weak/,
      )
      expect(await lake.client.fetch('count(*[author._weak == true])')).toBe(8)

      await importContent({ client: lake.client, from, operation })
      expect(await lake.client.fetch('count(*[author._weak == true])')).toBe(0)
      await expect(lake.client.delete('ada')).rejects.toThrow('references to it')
    },
  )
})

/** Stands before a lake and passes requests on, but for those that it drops. */
async function startUnreliable(lakeUrl: string, passes: (body: string) => boolean): Promise<string> {
  const { url, close } = await startFaultServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    if (!passes(body.toString())) {
      response.destroy()
      return
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(`${lakeUrl}${request.url}`, {
      method: request.method,
      headers: { authorization, 'content-type': type },
      body: body.length > 0 ? body : undefined,
    })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    response.end(await answer.bytes())
  })
  onTestFinished(close)
  return url
}
