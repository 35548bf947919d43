import type { RunnerName } from './runners.ts'

/**
 * What `npm test` does. The steps of one stage run at the same time; a stage waits for the one before it, and
 * runs even if something in that one failed, so that a developer sees everything at once.
 */
export const stages: Step[][] = [
  [
    {
      name: 'lint',
      title: 'format and lint',
      command: ['biome', 'ci', '--error-on-warnings', '--max-diagnostics=200'],
    },
    { name: 'unused', title: 'unused code and dependencies', command: ['knip', '--no-progress'] },
    {
      name: 'types:site',
      title: 'types',
      command: ['astro', 'check', '--minimumFailingSeverity', 'warning'],
    },
    {
      name: 'types:studio',
      title: 'types of the Studio',
      command: ['tsc', '--noEmit', '-p', 'sanity-studio'],
    },
    {
      name: 'types:content',
      title: 'types of what the Studio writes and the site reads',
      command: ['node', 'scripts/check/studio-types.ts'],
    },
    {
      name: 'chromium',
      title: 'a Chromium to test in',
      command: ['node', 'scripts/check/provide-browser.ts'],
      minutes: 15,
    },
  ],
  [{ name: 'unit', title: 'unit tests', runner: 'vitest', command: vitest('unit') }],
  [
    {
      name: 'integration',
      title: 'integration tests',
      runner: 'vitest',
      command: vitest('integration'),
      minutes: 30,
    },
  ],
  [
    {
      name: 'build:site',
      title: 'build of the sample content',
      command: ['node', 'scripts/build.ts', '--sample', '--out', '.cache/check/site'],
      makes: '.cache/check/site',
    },
    {
      name: 'build:studio',
      title: 'build of the Studio',
      command: ['node', 'scripts/check/build-studio.ts'],
    },
  ],
  [
    {
      name: 'browser',
      title: 'browser tests',
      runner: 'playwright',
      command: ['playwright', 'test', '--forbid-only'],
      minutes: 40,
    },
  ],
]

function vitest(project: string): string[] {
  return ['vitest', 'run', '--project', project, '--allowOnly=false', '--update=none']
}

/**
 * The stages with only the steps that have one of these names; `types` means every step whose name begins with
 * `types:`. No names: all of them. Throws an Error that lists the names if one is unknown.
 */
export function chooseSteps(all: Step[][], names: string[]): Step[][] {
  if (names.length === 0) return all
  const known = all.flat().map((step) => step.name)
  const unknown = names.filter((name) => !known.some((step) => isMeant(step, name)))
  if (unknown.length > 0) {
    throw new Error(`There is no step named ${unknown.join(', ')}. The steps are: ${known.join(', ')}.`)
  }
  return all
    .map((stage) => stage.filter((step) => names.some((name) => isMeant(step.name, name))))
    .filter((stage) => stage.length > 0)
}

function isMeant(step: string, name: string): boolean {
  return step === name || step.startsWith(`${name}:`)
}

export type Step = {
  name: string
  title: string
  /** A program in node_modules/.bin or in PATH, and its arguments. */
  command: string[]
  /** A test runner that counts by itself. Without one, the step is one check. */
  runner?: RunnerName
  /** What it builds, from the root of the project. Cleared first, so that nothing is tested on an old one. */
  makes?: string
  /** It is stopped, and has failed, after this long. 10 if not given. */
  minutes?: number
}
