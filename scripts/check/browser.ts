import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The Chromium to test in: the one that `CHROMIUM_PATH` names, else the system's, else the one that Playwright
 * has downloaded. `undefined` where there is none of them.
 */
export function findBrowser(search: Search = thisMachine()): string | undefined {
  const { env, playwrightPath, isProgram } = search
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, playwrightPath].find(isProgram)
}

/** Chromium's own sandbox cannot work for root, which is who runs tests in most containers. */
export function launchArguments(isRoot = process.getuid?.() === 0): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return isRoot ? ['--no-sandbox', ...quiet] : quiet
}

function thisMachine(): Search {
  return { env: process.env, playwrightPath: chromium.executablePath(), isProgram }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

type Search = {
  env: { CHROMIUM_PATH?: string | undefined; PATH?: string | undefined }
  playwrightPath: string
  isProgram: (path: string) => boolean
}
