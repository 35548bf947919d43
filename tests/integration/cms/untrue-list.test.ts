import { expect } from 'vitest'
import { z } from 'zod'
import { storedAuthor, toCreate } from '../../support/documents.ts'
import { type Fault, faultProxy } from '../../support/fault-proxy.ts'
import { startFaultServer } from '../../support/fault-server.ts'
import { content } from '../../support/faults.ts'
import { pullInto } from '../../support/mirror.ts'
import { test } from '../../support/pulled.ts'

const page = z.looseObject({
  documents: z.array(z.looseObject({ _updatedAt: z.string() })),
  time: z.string(),
})
const long = '2020-01-01T00:00:00Z'

const lakeClock = content((value) => ({ ...page.parse(value), time: long }))
const newest = content((value) => {
  const { documents, ...rest } = page.parse(value)
  return { ...rest, documents: documents.map((document) => ({ ...document, _updatedAt: long })) }
})

const noDocument = content((value) => ({ ...page.parse(value), documents: [] }))

test.for<[what: string, fault: Fault | undefined, way: string]>([
  ['it is true', undefined, 'quick'],
  ['the lake’s clock went back', lakeClock, 'whole'],
  ['the newest document is older than before', newest, 'whole'],
  ['fewer than are counted', noDocument, 'whole'],
])(
  'a quick pull compares everything where the list of the newest cannot be true: %s',
  async ([, fault, way], { pulled }) => {
    const { lake, file, update } = pulled
    await lake.client.create(toCreate(storedAuthor('ada')))
    await update()
    const proxy = faultProxy(lake.url, (n) => (n === 1 ? fault : undefined))
    const server = await startFaultServer(proxy)
    try {
      expect(await pullInto(file, { ...lake, url: server.url }, { way: 'quick' })).toMatchObject({
        way,
        total: 1,
      })
    } finally {
      await server.close()
    }
  },
)
