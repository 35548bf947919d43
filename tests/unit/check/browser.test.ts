import { expect, test } from 'vitest'
import { findBrowser, launchArguments } from '../../../scripts/check/browser.ts'

type Case = { name: string; env: Record<string, string>; programs: string[]; found: string | undefined }

const playwrightPath = '/home/ada/.cache/ms-playwright/chrome'

test.each<Case>([
  {
    name: 'the one that the environment names comes first',
    env: { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' },
    programs: ['/opt/mine', '/usr/bin/chromium', playwrightPath],
    found: '/opt/mine',
  },
  {
    name: 'one that the environment names and that is not there is not replaced silently',
    env: { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' },
    programs: ['/usr/bin/chromium', playwrightPath],
    found: undefined,
  },
  {
    name: 'the system’s, wherever in PATH it is',
    env: { PATH: '/usr/local/bin:/snap/bin' },
    programs: ['/snap/bin/chromium', playwrightPath],
    found: '/snap/bin/chromium',
  },
  {
    name: 'Chromium rather than Chrome',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    programs: ['/usr/local/bin/google-chrome', '/usr/bin/chromium'],
    found: '/usr/bin/chromium',
  },
  {
    name: 'Playwright’s own where the system has none',
    env: { PATH: '/usr/bin' },
    programs: [playwrightPath],
    found: playwrightPath,
  },
  { name: 'none', env: {}, programs: [], found: undefined },
])('$name', ({ env, programs, found }) => {
  expect(findBrowser({ env, playwrightPath, isProgram: (path) => programs.includes(path) })).toBe(found)
})

test('the sandbox is off for root only', () => {
  expect(launchArguments(true)).toContain('--no-sandbox')
  expect(launchArguments(false)).not.toContain('--no-sandbox')
})
