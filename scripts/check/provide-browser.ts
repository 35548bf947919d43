import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { findBrowser } from './browser.ts'

/**
 * The path of a Chromium; installs Debian's package where there is none and this is root on Debian or Ubuntu.
 * Throws an Error that says what to do where that cannot be done.
 */
export async function provideBrowser(machine: Machine): Promise<string> {
  const found = machine.find()
  if (found) return found
  if (machine.chosen) {
    throw new Error(
      `CHROMIUM_PATH is ${machine.chosen}, and there is no program there. Correct it, or unset it to use the system's.`,
    )
  }
  if (!machine.canInstall) throw new Error(`There is no Chromium to test in. ${advice}`)
  await machine.install()
  const installed = machine.find()
  if (installed) return installed
  throw new Error(`The package "chromium" is installed, and yet no Chromium can be found. ${advice}`)
}

const advice =
  'Install one ("apt-get install chromium", say, or "npx playwright install chromium"), or set CHROMIUM_PATH to a Chromium or Chrome.'

/** Two tries more than needed: another program may be holding the lock on the package lists. */
async function installPackage(): Promise<void> {
  console.log('No Chromium found. Installing the package "chromium" with apt-get.')
  const lock = ['-o', 'DPkg::Lock::Timeout=300']
  for (const pause of [10_000, 20_000, undefined]) {
    aptGet([...lock, 'update'])
    const status = aptGet([...lock, 'install', '--yes', '--no-install-recommends', 'chromium'])
    if (status === 0) return
    if (pause) await wait(pause)
  }
  throw new Error(`"apt-get install chromium" failed; what it said is above. ${advice}`)
}

function aptGet(args: string[]): number | null {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] }).status
}

function hasAptGet(): boolean {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

type Machine = {
  find: () => string | undefined
  /** What the developer chose with `CHROMIUM_PATH`. */
  chosen: string | undefined
  canInstall: boolean
  install: () => Promise<void>
}

if (import.meta.main) {
  try {
    const path = await provideBrowser({
      find: findBrowser,
      chosen: process.env.CHROMIUM_PATH,
      canInstall: process.getuid?.() === 0 && hasAptGet(),
      install: installPackage,
    })
    console.log(path)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
