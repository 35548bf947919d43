import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../../src/failure.ts'
import { findBrowser, launchArguments } from '../check/browser.ts'
import { runToEnd } from './run-to-end.ts'
import { serveCompressed } from './search/compressing-server.ts'

/** Asked of npm when it is needed: it brings more packages with it than the whole site has. */
const lighthouse = 'lighthouse@13.5.0'

const pages = {
  home: '/',
  recap: '/recaps/scorecards-never-die/',
  'photo story': '/recaps/the-terrace-until-the-light-went/',
  archive: '/recaps/',
  author: '/authors/marta-lind/',
  topic: '/topics/reporting/',
  events: '/events/',
  event: '/events/a-blank-wall-for-careers/',
  venue: '/venues/tide-and-tally/',
  search: '/search/',
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const audit = z.object({ score: z.number().nullable(), displayValue: z.string().optional() })
const report = z.object({
  categories: z.record(z.enum(categories), z.object({ score: z.number() })),
  audits: z.object({
    'largest-contentful-paint': audit,
    'cumulative-layout-shift': audit,
    'total-blocking-time': audit,
  }),
})

/** What Lighthouse says of each kind of page of the sample, on its slow phone. */
export async function measureLighthouse(): Promise<Record<string, string>> {
  const browser = findBrowser()
  if (browser === undefined)
    throw new Failure(
      'There is no Chromium to measure in.',
      'Run `npm test -- chromium`, which finds or installs one.',
    )
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  mkdirSync(join(folder, 'site'))
  const server = await serveCompressed(join(folder, 'site'))
  try {
    const build = ['run', 'build', '--', '--sample', '--out', join(folder, 'site')]
    // The pages name their own address, which must be the one that they are read at.
    await runToEnd('npm', build, process.cwd(), { SITE_URL: server.url })
    const figures: Record<string, string> = {}
    for (const [name, path] of Object.entries(pages)) {
      const file = join(folder, 'report.json')
      await runToEnd('npm', [
        ...['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', server.url + path],
        ...['--quiet', '--output=json', `--output-path=${file}`],
        ...[`--only-categories=${categories.join(',')}`, `--chrome-path=${browser}`],
        `--chrome-flags=${['--headless=new', ...launchArguments()].join(' ')}`,
      ])
      figures[name] = inWords(report.parse(JSON.parse(readFileSync(file, 'utf8'))))
    }
    return figures
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function inWords({ categories: of, audits }: z.infer<typeof report>): string {
  const scores = categories.map((name) => `${name} ${Math.round(of[name].score * 100)}`)
  const { 'largest-contentful-paint': paint, 'cumulative-layout-shift': shift } = audits
  return [...scores, `largest paint ${paint.displayValue}`, `shift ${shift.displayValue}`].join(', ')
}
