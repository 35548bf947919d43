import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@sanity/client'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { findRunning } from '../../../scripts/local/running.ts'
import { freePorts } from '../../support/free-port.ts'
import { type RunningProgram, runScript } from '../../support/program.ts'

const ready = 'Ready. What is published'
let data: string
let ports: { site: number; studio: number; lake: number }

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'start-'))
  const [site = 0, studio = 0, lake = 0] = await freePorts(3)
  ports = { site, studio, lake }
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

function start(folder = data): RunningProgram {
  const program = runScript('scripts/start.ts', [
    ...['--site', String(ports.site), '--studio', String(ports.studio), '--lake', String(ports.lake)],
    ...['--data', folder],
  ])
  // Also where a test fails, nothing may go on running.
  onTestFinished(() => program.kill('SIGKILL'))
  return program
}

const get = async (port: number, path = '/') => (await fetch(`http://127.0.0.1:${port}${path}`)).text()

function clientOfRunning() {
  const lake = findRunning(data)
  if (!lake) throw new Error('No lake runs on the data folder.')
  const { url: apiHost, projectId, dataset, token } = lake
  return createClient({
    ...{ apiHost, projectId, dataset, token, useProjectHostname: false, useCdn: false },
    apiVersion: '2026-03-01',
  })
}

describe('npm start', () => {
  it('runs everything with sample content, publishes a change, and goes on with it after a restart', async () => {
    const first = start()
    await first.says(ready)
    expect(first.output()).toContain(`http://localhost:${ports.site}`)
    expect(first.output()).toContain(`http://localhost:${ports.studio}`)
    expect(await get(ports.site)).toContain('<h1>')
    expect(await get(ports.studio)).toContain('id="local-lake"')

    await clientOfRunning().patch('siteSettings').set({ title: 'A New Name' }).commit()
    await first.says('Published in')
    expect(await get(ports.site)).toContain('A New Name')

    first.kill('SIGINT')
    expect(await first.exited).toBe(0)
    expect(findRunning(data)).toBeUndefined()
    await expect(get(ports.site)).rejects.toThrow()

    const second = start()
    await second.says(ready)
    expect(second.output()).not.toContain('sample content')
    expect(await get(ports.site)).toContain('A New Name')
    second.kill('SIGTERM')
    expect(await second.exited).toBe(0)
  })

  it('stops cleanly when it is interrupted while it starts', async () => {
    const program = start()
    await program.says('Starting.')
    await program.says('sample content')
    program.kill('SIGINT')
    expect(await program.exited).toBe(0)
    expect(program.output()).toMatch(/Stopping\.\n*$/)
    await expect(get(ports.lake)).rejects.toThrow()
  })

  it('says which port is taken and how to choose another', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(ports.studio, '127.0.0.1', resolve))
    const program = start()
    expect(await program.exited).toBe(1)
    expect(program.output()).toContain(`Port ${ports.studio}, which the Studio wants, is taken`)
    expect(program.output()).toContain('npm start -- --studio')
    expect(program.output()).not.toMatch(/ {4}at /)
    await new Promise((resolve) => other.close(resolve))
  })

  it('says what is in the way where the data folder cannot be one', async () => {
    const file = join(data, 'a-file')
    writeFileSync(file, '')
    const program = start(file)
    expect(await program.exited).toBe(1)
    expect(program.output()).toContain(file)
    expect(program.output()).toMatch(/a file stands where a folder should be|choose another folder/i)
    expect(program.output()).not.toMatch(/ {4}at /)
  })
})
