import { readdir, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { exportContent } from '../../../scripts/content/export.ts'
import { importContent } from '../../../scripts/content/import.ts'
import { startFaultServer } from '../../support/fault-server.ts'
import { clientOf, test } from '../../support/lake.ts'
import { picture } from './everything.ts'

describe('a dataset that does not answer well is not exported', () => {
  const ada = '{"_id":"ada","_type":"author"}\n'
  const faults: [name: string, answer: RequestListener, message: RegExp][] = [
    [
      'a page',
      (_request, response) => response.end('<html>Please log in'),
      /to its end: <html>Please log in/,
    ],
    [
      'a refusal',
      (_request, response) => response.writeHead(403).end('{"error":"Forbidden"}'),
      /to its end: HTTP 403 \{"error":"Forbidden"\}/,
    ],
    [
      'an error after the first document',
      (_request, response) => response.end(`${ada}{"error":{"description":"too slow"}}\n`),
      /to its end: \{"error":\{"description":"too slow"\}\}/,
    ],
    [
      'half a document',
      (_request, response) => response.end(ada + ada.slice(0, 9)),
      /to its end: \{"_id":"a/,
    ],
    [
      'a connection that breaks',
      (_request, response) => {
        response.write(ada, () => response.destroy())
      },
      /to its end: terminated/,
    ],
    ['no answer', (request) => request.destroy(), /to its end: fetch failed/],
    // The exporter asks for the documents once more.
    ['an end that comes early', earlyEnd(ada), /^The export broke off: .*ended after 0 of 1 documents/],
  ]
  test.for(faults)('%s', async ([, answer, message], { dataDir }) => {
    const { url, close } = await startFaultServer(answer)
    onTestFinished(close)
    const client = clientOf({ url, projectId: 'p', dataset: 'production', token: 't' })
    const file = path.join(dataDir, 'x.tar.gz')
    await expect(exportContent({ client, dataset: 'production', file })).rejects.toThrow(message)
    expect(await readdir(dataDir)).toEqual([])
  })
})

function earlyEnd(line: string): RequestListener {
  let asked = 0
  return (_request, response) => {
    asked += 1
    response.end(asked === 1 ? line : '')
  }
}

test('what a dataset has lost is told, and comes in as the reference that it was', async ({
  lake,
  dataDir,
}) => {
  const { client } = lake
  const asset = await client.assets.upload('image', await picture('red'), { filename: 'red.jpg' })
  const cover = { _type: 'image', asset: { _type: 'reference', _ref: asset._id } }
  await client.create({ _id: 'one', _type: 'recap', cover })
  await rm(path.join(dataDir, 'assets', 'production'), { recursive: true })
  const file = path.join(dataDir, 'x.tar.gz')
  const { lost } = await exportContent({ client, dataset: 'production', file })
  expect(lost.map(({ _id }) => _id)).toEqual([asset._id])
  const copy = client.withConfig({ dataset: 'copy' })
  await importContent({ client: copy, from: file, isNewDataset: true })
  expect(await copy.fetch('*[_id == "one"][0].cover')).toEqual(cover)
  expect(await copy.fetch('*[_type == "sanity.imageAsset"]{_id, originalFilename}')).toEqual([
    { _id: asset._id, originalFilename: 'red.jpg' },
  ])
})
