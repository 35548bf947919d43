import { expect, test } from 'vitest'
import { provideBrowser } from '../../../scripts/check/provide-browser.ts'

const never = () => Promise.reject(new Error('must not install'))
const bare = { find: () => undefined, chosen: undefined, canInstall: false, install: never }

test('takes what there is', async () => {
  const machine = { ...bare, find: () => '/usr/bin/chromium', canInstall: true }
  expect(await provideBrowser(machine)).toBe('/usr/bin/chromium')
})

test('installs one where it can', async () => {
  const programs: string[] = []
  const machine = {
    ...bare,
    find: () => programs[0],
    canInstall: true,
    install: async () => void programs.push('/usr/bin/chromium'),
  }
  expect(await provideBrowser(machine)).toBe('/usr/bin/chromium')
})

test.each([
  {
    name: 'a choice that is not there is the developer’s to correct',
    machine: { ...bare, chosen: '/opt/mine', canInstall: true },
    message: /^CHROMIUM_PATH is \/opt\/mine, and there is no program there\. Correct it, or unset it/,
  },
  {
    name: 'where it cannot install it says how to',
    machine: bare,
    message: /^There is no Chromium to test in\. Install one .* or set CHROMIUM_PATH/,
  },
  {
    name: 'a package without a program (a transitional one, say)',
    machine: { ...bare, canInstall: true, install: async () => {} },
    message: /^The package "chromium" is installed, and yet no Chromium can be found\. Install one/,
  },
])('$name', async ({ machine, message }) => {
  await expect(provideBrowser(machine)).rejects.toThrow(message)
})
