import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runToEnd } from './run-to-end.ts'

const ports = { site: 4391, studio: 4392, lake: 4393 }

/** A fresh clone of what is committed, installed from npm's cache and started, until the site and the Studio answer. */
export async function measureFirstPage(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'))
  try {
    await runToEnd('git', ['clone', '--quiet', process.cwd(), folder])
    const began = performance.now()
    await runToEnd('npm', ['install', '--prefer-offline'], folder)
    const installed = performance.now()
    const options = Object.entries(ports).flatMap(([name, port]) => [`--${name}`, String(port)])
    const program = spawn('npm', ['start', '--', ...options], {
      cwd: folder,
      stdio: 'ignore',
      detached: true,
    })
    await answers(ports.site)
    const site = performance.now()
    await answers(ports.studio)
    const studio = performance.now()
    const ended = new Promise((resolve) => program.once('exit', resolve))
    if (program.pid !== undefined) process.kill(-program.pid, 'SIGTERM')
    await ended
    return {
      'npm install': seconds(installed - began),
      'npm start to the first page': seconds(site - installed),
      'npm start to the Studio': seconds(studio - installed),
      'clone to the first page': seconds(site - began),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    if (response?.ok) return
    await wait(20)
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
