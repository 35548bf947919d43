import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { readExport } from '../../../scripts/content/import.ts'
import { ndjson } from '../../support/archive.ts'
import { test as base, type TestLake } from '../../support/lake.ts'
import { runScript } from '../../support/program.ts'
import { picture } from './everything.ts'

type Run = (...args: string[]) => Promise<{ status: number | null; output: string; stdout: string }>

const runner =
  (script: string, env: Record<string, string>): Run =>
  async (...args) => {
    const program = runScript(script, args, env)
    const status = await program.exited
    return { status, output: program.output(), stdout: program.stdout() }
  }

const environmentOf = (lake: TestLake) => ({
  SANITY_API_HOST: lake.url,
  SANITY_PROJECT_ID: lake.projectId,
  SANITY_DATASET: lake.dataset,
  SANITY_TOKEN: lake.token,
})

/** The programs with the environment that names the test's lake, which has four documents and a picture. */
const test = base.extend<{ exporting: Run; importing: Run; file: string }>({
  file: async ({ dataDir }, use) => use(path.join(dataDir, 'x.tar.gz')),
  exporting: async ({ lake }, use) => {
    const asset = await lake.client.assets.upload('image', await picture('red'))
    await lake.client.create({ _id: 'ada', _type: 'author', name: 'Ada' })
    const cover = { _type: 'image', asset: { _type: 'reference', _ref: asset._id } }
    for (const _id of ['one', 'drafts.one', 'versions.spring.one'])
      await lake.client.create({ _id, _type: 'recap', cover })
    await use(runner('scripts/content/run-export.ts', environmentOf(lake)))
  },
  importing: async ({ lake }, use) => use(runner('scripts/content/run-import.ts', environmentOf(lake))),
})

const alone = {
  exporting: runner('scripts/content/run-export.ts', {}),
  importing: runner('scripts/content/run-import.ts', {}),
}

async function idsIn(file: string): Promise<string[]> {
  const { content, close } = await readExport(file)
  close()
  return [
    ...content.documents.map(({ _id }) => _id).sort(),
    ...content.assets.map(({ path }) => path.slice(0, 7)),
  ]
}

describe('content:export', () => {
  const choices: [args: string[], ids: string[]][] = [
    [[], ['ada', 'drafts.one', 'one', 'versions.spring.one', 'images/']],
    [['--no-drafts'], ['ada', 'one', 'images/']],
    [['--no-assets'], ['ada', 'drafts.one', 'one', 'versions.spring.one']],
    [
      ['--types', 'recap'],
      ['drafts.one', 'one', 'versions.spring.one', 'images/'],
    ],
    [['--types', 'author'], ['ada']],
  ]
  test.for(choices)('%j', async ([args, ids], { exporting, file, dataDir }) => {
    const { status, output, stdout } = await exporting(file, ...args)
    expect({ status, output }).toMatchObject({ status: 0 })
    expect(await idsIn(file)).toEqual(ids)
    const pictures = ids.includes('images/') ? 1 : 0
    expect(stdout).toMatch(/^Exported dataset "production" of http:/)
    expect(stdout).toMatch(new RegExp(`  ${ids.length - pictures} documents?, ${pictures} picture`))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readdir(dataDir)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('replaces a file only when told', async ({ exporting, file }) => {
    await writeFile(file, 'mine')
    const refused = await exporting(file)
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.output).toContain('x.tar.gz is there already')
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect(await exporting(file, '--overwrite')).toMatchObject({ status: 0 })
    expect(await idsIn(file)).toContain('ada')
  })

  test('a damaged picture ends it, and leaves no file', async ({ exporting, file, dataDir }) => {
    const [name = ''] = await readdir(path.join(dataDir, 'assets', 'production'))
    await writeFile(path.join(dataDir, 'assets', 'production', name), await picture('blue'))
    const { status, output } = await exporting(file)
    expect(status).toBe(1)
    expect(output).toMatch(/Asset "image-[0-9a-f]{40}-12x8-jpg" is damaged/)
    expect((await readdir(dataDir)).filter((entry) => entry.includes('x.tar.gz'))).toEqual([])
  })

  test('a dataset that is not there', async ({ exporting, file }) => {
    const { status, output } = await exporting(file, '--dataset', 'nowhere')
    expect(status).toBe(1)
    expect(output).toContain('There is no dataset "nowhere"')
    expect(existsSync(file)).toBe(false)
  })

  test('a token that is none', async ({ lake, file }) => {
    const run = runner('scripts/content/run-export.ts', { ...environmentOf(lake), SANITY_TOKEN: 'x' })
    const { status, output } = await run(file)
    expect(status).toBe(1)
    expect(output).toMatch(/Session not found\nIs SANITY_TOKEN a token of this project/)
  })

  test('no token for a project at Sanity', async ({ file }) => {
    const { status, output } = await runner('scripts/content/run-export.ts', { SANITY_PROJECT_ID: 'abc123' })(
      file,
    )
    expect(status).toBe(1)
    expect(output).toContain('SANITY_TOKEN is not set')
  })

  test('no lake at all', async ({ dataDir, file }) => {
    const { status, output } = await alone.exporting(file, '--data', path.join(dataDir, 'none'))
    expect(status).toBe(1)
    expect(output).toContain('There is no content in')
    expect(existsSync(path.join(dataDir, 'none'))).toBe(false)
  })
})

test('a lake that runs on the data folder is used, by export and import', async ({ dataDir }) => {
  const data = path.join(dataDir, 'running')
  const lake = runScript('scripts/lake/main.ts', ['--data', data, '--port', '0'])
  onTestFinished(() => lake.kill('SIGKILL'))
  await lake.says('SANITY_TOKEN=')
  const documents = path.join(dataDir, 'x.ndjson')
  await writeFile(documents, ndjson([{ _id: 'ada', _type: 'author' }]))
  expect(await alone.importing(documents, '--data', data)).toMatchObject({ status: 0 })
  const file = path.join(dataDir, 'running.tar.gz')
  expect(await alone.exporting(file, '--data', data)).toMatchObject({ status: 0 })
  expect(await idsIn(file)).toEqual(['ada'])

  // Killed, it leaves its note behind.
  lake.kill('SIGKILL')
  await lake.exited
  expect(await alone.exporting(file, '--data', data, '--overwrite')).toMatchObject({ status: 0 })
})

describe('content:import', () => {
  test('into a dataset of the lake that is to be made', async ({ lake, exporting, importing, file }) => {
    await exporting(file)
    const { status, stdout } = await importing(file, '--dataset', 'copy')
    expect(status).toBe(0)
    expect(stdout).toContain('Imported into dataset "copy"')
    expect(stdout).toContain('4 documents\n  1 picture or file')
    expect(
      await lake.client.withConfig({ dataset: 'copy' }).fetch('count(*)', {}, { perspective: 'raw' }),
    ).toBe(5)
  })

  test('refuses what is there already, and does as it is told', async ({
    exporting,
    importing,
    file,
    lake,
  }) => {
    await exporting(file)
    const refused = await importing(file)
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.output).toContain('4 of 4 documents are there already')
    await lake.client.patch('ada').set({ name: 'Mine' }).commit()
    expect((await importing(file, '--missing')).stdout).toContain('0 documents, 4 others were there and left')
    expect(await lake.client.fetch('*[_id == "ada"][0].name')).toBe('Mine')
    expect((await importing(file, '--replace')).stdout).toContain('4 documents, 4 of them in the place of')
    expect(await lake.client.fetch('*[_id == "ada"][0].name')).toBe('Ada')
  })

  test('a file that is cut off changes nothing, also no data folder', async ({
    exporting,
    file,
    dataDir,
  }) => {
    await exporting(file)
    await writeFile(file, (await readFile(file)).subarray(0, -100))
    const { status, output } = await alone.importing(file, '--data', path.join(dataDir, 'none'))
    expect(status).toBe(1)
    expect(output).toMatch(/x\.tar\.gz is cut off .*\nNothing was imported\./)
    expect(output).not.toMatch(/^\s+at /m)
    expect(existsSync(path.join(dataDir, 'none'))).toBe(false)
  })

  test('without a lake it starts one, which keeps what came in', async ({ exporting, file, dataDir }) => {
    await exporting(file)
    const data = path.join(dataDir, 'other')
    expect(await alone.importing(file, '--data', data)).toMatchObject({ status: 0 })
    const again = path.join(dataDir, 'again.tar.gz')
    expect(await alone.exporting(again, '--data', data)).toMatchObject({ status: 0 })
    expect(await idsIn(again)).toEqual(await idsIn(file))
  })
})
