import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { filesBelow } from '../../../src/press/files.ts'
import { storedAuthor, storedRecap, storedSettings, toCreate } from '../../support/documents.ts'
import { type TestLake, test as withLake } from '../../support/lake.ts'
import { runScript } from '../../support/program.ts'

type Run = { code: number | null; output: string }

type Programs = {
  out: string
  cacheDir: string
  build: (...options: string[]) => Promise<Run>
  press: (...options: string[]) => Promise<Run>
}

/** The real programs on a lake with a small site in it. */
const test = withLake.extend<{ programs: Programs }>({
  programs: async ({ lake }, use) => {
    const transaction = lake.client.transaction()
    for (const document of [storedSettings(), storedAuthor('ada'), storedRecap('one'), storedRecap('two')])
      transaction.create(toCreate(document))
    await transaction.commit()
    const out = join(lake.dataDir, 'site')
    const cacheDir = join(lake.dataDir, 'site-cache')
    const run =
      (script: string) =>
      async (...options: string[]) => {
        const program = runScript(script, ['--out', out, ...options], environment(lake, cacheDir))
        return { code: await program.exited, output: program.output() }
      }
    await use({ out, cacheDir, build: run('scripts/build.ts'), press: run('scripts/press.js') })
  },
})

function environment(lake: TestLake, cacheDir: string): Record<string, string> {
  return {
    SANITY_API_HOST: lake.url,
    SANITY_PROJECT_ID: lake.projectId,
    SANITY_DATASET: lake.dataset,
    SANITY_TOKEN: lake.token,
    SITE_URL: 'https://blog.example',
    SITE_NOW: '2026-11-20T12:00:00Z',
    SITE_CACHE: cacheDir,
    STUDIO_URL: 'https://studio.example',
  }
}

const report = z.object({
  pulled: z.object({ way: z.string(), changed: z.array(z.string()) }).optional(),
  pulledAt: z.string(),
  pressed: z
    .object({ rendered: z.record(z.string(), z.array(z.string())), removed: z.array(z.string()) })
    .optional(),
  refused: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      title: z.string(),
      problems: z.array(z.string()),
      stands: z.string(),
      studio: z.string(),
    }),
  ),
})

const reportIn = ({ cacheDir }: Programs) =>
  report.parse(JSON.parse(readFileSync(join(cacheDir, 'report.json'), 'utf8')))

const pageOf = ({ out }: Programs, slug: string) =>
  readFileSync(join(out, `recaps/${slug}/index.html`), 'utf8')

describe('build and press', () => {
  test('write what is published, then what has changed, and tell why', async ({ lake, programs }) => {
    expect(await programs.build()).toMatchObject({ code: 0 })
    expect(existsSync(join(programs.out, 'pagefind'))).toBe(true)
    await lake.client.patch('one').set({ title: 'Better words' }).commit({ visibility: 'sync' })
    const { code, output } = await programs.press('--explain')
    expect(code).toBe(0)
    expect(output).toContain('/recaps/one/: the recap “Better words” (one) is new or changed')
    expect(output).toContain('Pulled: 1 document new or changed, 0 gone, 4 in all.')
    expect(pageOf(programs, 'one')).toContain('Better words')
    expect(reportIn(programs)).toMatchObject({
      pulled: { way: 'quick', changed: ['one'] },
      pressed: { rendered: { '/recaps/one/': ['the recap “Better words” (one) is new or changed'] } },
      refused: [],
    })
    expect((await programs.press()).output).toContain('Pressed: 0 of')
  })

  test('name what cannot be shown, last, and publish the rest; --strict publishes nothing', async ({
    lake,
    programs,
  }) => {
    await programs.build()
    await lake.client.patch('one').set({ title: 'No address' }).unset(['slug']).commit()
    await lake.client.patch('two').set({ title: 'Fine' }).commit({ visibility: 'sync' })

    const strict = await programs.press('--strict')
    expect(strict.code).toBe(1)
    expect(strict.output).toContain('Nothing was written.')
    expect(pageOf(programs, 'two')).toContain('Title of two')
    expect(reportIn(programs).refused).toMatchObject([{ id: 'one', title: 'No address' }])
    expect(reportIn(programs).pressed).toBeUndefined()

    const { code, output } = await programs.press()
    expect(code).toBe(0)
    expect(output.trim().split('\n').slice(-3)).toEqual([
      'Cannot be shown: the recap “No address” (one), because:',
      expect.stringContaining('slug has no address yet'),
      '  Its last good version stays on the site. Mend it in the Studio and publish it again: https://studio.example/intent/edit/id=one;type=recap/',
    ])
    expect(pageOf(programs, 'one')).toContain('Title of one')
    expect(pageOf(programs, 'two')).toContain('Fine')
    expect(reportIn(programs).refused).toEqual([
      {
        id: 'one',
        type: 'recap',
        title: 'No address',
        problems: [expect.stringContaining('slug has no address yet')],
        stands: 'older version',
        studio: 'https://studio.example/intent/edit/id=one;type=recap/',
      },
    ])
  })

  test('fail without a lake and leave the site as it was; --from-mirror builds from what was pulled', async ({
    lake,
    programs,
  }) => {
    const early = await programs.build('--from-mirror')
    expect(early).toMatchObject({ code: 1, output: expect.stringContaining('no content was ever pulled') })
    await programs.build()
    const before = filesBelow(programs.out)
    await lake.close()
    const { code, output } = await programs.build()
    expect(code).toBe(1)
    expect(output).toContain('could not be pulled')
    expect(output).not.toMatch(/^ +at /m)
    expect(filesBelow(programs.out)).toEqual(before)
    const offline = await programs.build('--from-mirror')
    expect(offline.code).toBe(0)
    expect(offline.output).toMatch(
      /Not pulled: the content is that of \d{4}-\d\d-\d\dT[\d:.]+Z, \d+ (?:second|minute)s? ago/,
    )
    expect(filesBelow(programs.out)).toEqual(before)
  })

  test('say what is wrong with an option', async ({ programs }) => {
    const { code, output } = await programs.press('--quick')
    expect(code).toBe(1)
    expect(output).toContain("Unknown option '--quick'")
    expect(output).toContain('npm run press [-- options]')
  })
})
