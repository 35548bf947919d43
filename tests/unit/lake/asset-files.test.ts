import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { AssetFiles } from '../../../scripts/lake/assets/files.ts'
import { removeAssetFiles } from '../../../scripts/lake/assets/removal.ts'
import { TransformCache } from '../../../scripts/lake/assets/transform-cache.ts'

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'files-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

function bodyOf(text: string): Request {
  return new Request('http://localhost/', { method: 'POST', body: text })
}

async function store(files: AssetFiles, text: string, dataset = 'production') {
  const received = await files.receive(bodyOf(text), 1000)
  const name = `${received.sha1}.txt`
  await files.keep(received, dataset, name)
  await files.discard(received)
  return { name, id: `file-${received.sha1}-txt`, sha1: received.sha1 }
}

describe('a body', () => {
  test('is written down, counted and hashed', async ({ folder }) => {
    const received = await new AssetFiles(folder).receive(bodyOf('hello'), 5)
    expect(received).toMatchObject({ size: 5, sha1: 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d' })
    expect(await readFile(received.file, 'utf8')).toBe('hello')
  })

  /** What `duplex` says is needed for a stream, though the type does not know it. */
  const brokenPost = () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('reset'))
      },
    })
    return { method: 'POST', body, duplex: 'half' }
  }

  test.for([
    ['too large', () => bodyOf('hello!'), 413],
    ['said to be too large', () => new Request('http://x/', { headers: { 'content-length': '6' } }), 413],
    ['empty', () => bodyOf(''), 400],
    ['not there', () => new Request('http://x/'), 400],
    ['cut off', () => new Request('http://x/', brokenPost()), 400],
  ] as const)('leaves nothing where it is %s', async ([, make, status], { folder }) => {
    const files = new AssetFiles(folder)
    await expect(files.receive(make(), 5)).rejects.toMatchObject({ status })
    expect(await readdir(path.join(folder, '.arriving'))).toEqual([])
  })

  test('that a crash left half-written is cleared away, and what was kept stays', async ({ folder }) => {
    const { name } = await store(new AssetFiles(folder), 'hello')
    await writeFile(path.join(folder, '.arriving', 'half'), 'hel')
    const restarted = new AssetFiles(folder)
    expect(await readdir(path.join(folder, '.arriving'))).toEqual([])
    expect(await readFile(restarted.find('production', name) ?? '', 'utf8')).toBe('hello')
  })
})

describe('when documents are deleted', () => {
  const nothing = { name: 'production', get: () => undefined }

  test('the files of assets go, and what was made of them; everything else stays', async ({ folder }) => {
    const files = new AssetFiles(path.join(folder, 'assets'))
    const transforms = new TransformCache(path.join(folder, 'cache'))
    const gone = await store(files, 'gone')
    const kept = await store(files, 'kept')
    const elsewhere = await store(files, 'gone', 'other')
    for (const { sha1 } of [gone, kept]) {
      await transforms.get({ original: sha1, request: 'w=1' }, async () => Buffer.from('small'))
    }
    const ids = ['recap', `drafts.${kept.id}`, gone.id, 'image-x-1x1-jpg', `file-${'0'.repeat(40)}-txt`]
    await removeAssetFiles(ids, nothing, files, transforms)
    expect(files.find('production', gone.name)).toBeUndefined()
    expect(files.find('production', kept.name)).toBeDefined()
    expect(files.find('other', elsewhere.name)).toBeDefined()
    expect(await readdir(path.join(folder, 'cache'))).toEqual([expect.stringMatching(`^${kept.sha1}-`)])
  })

  test('a file stays whose document came back meanwhile', async ({ folder }) => {
    const files = new AssetFiles(path.join(folder, 'assets'))
    const { id, name } = await store(files, 'again')
    const home = { name: 'production', get: (asked: string) => (asked === id ? {} : undefined) }
    await removeAssetFiles([id], home, files, new TransformCache(path.join(folder, 'cache')))
    expect(files.find('production', name)).toBeDefined()
  })

  test('a removal waits for an upload of the same bytes that is under way', async ({ folder }) => {
    const files = new AssetFiles(path.join(folder, 'assets'))
    const { id, name } = await store(files, 'racing')
    const documents = new Set<string>()
    const home = { name: 'production', get: (asked: string) => (documents.has(asked) ? {} : undefined) }
    const mayEnd = Promise.withResolvers<void>()
    const upload = files.exclusively('production', name, async () => {
      await mayEnd.promise
      documents.add(id)
    })
    const removal = removeAssetFiles([id], home, files, new TransformCache(path.join(folder, 'cache')))
    mayEnd.resolve()
    await Promise.all([upload, removal])
    expect(existsSync(path.join(folder, 'assets', 'production', name))).toBe(true)
  })
})
