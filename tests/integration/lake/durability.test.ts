import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished } from 'vitest'
import { startLake } from '../../../scripts/lake/start.ts'
import { clientOf, test } from '../../support/lake.ts'
import { addressOf, killLake, lakeOptions, lakeProgram, spawnLake } from '../../support/lake-process.ts'

test('a restart changes nothing but the address', async ({ dataDir }) => {
  const first = await startLake({ dataDir, port: 0 })
  const client = clientOf(first)
  await client.create({ _id: 'drafts.a', _type: 'note', text: '☕ "quoted"\n' })
  const asset = await client.assets.upload('file', Buffer.from('text'), { filename: 'a.txt' })
  const before = await client.fetch('*', {}, { perspective: 'raw' })
  await first.close()

  const second = await startLake({ dataDir, port: 0 })
  expect(second.token).toBe(first.token)
  const after: { _id: string; url?: string }[] = await clientOf(second).fetch('*', {}, { perspective: 'raw' })
  expect(after.map(({ url, ...document }) => document)).toEqual(
    before.map(({ url, ...document }: { url?: string }) => document),
  )
  expect(after.find(({ _id }) => _id === asset._id)?.url).toBe(`${second.url}/${asset.path}`)
  expect(await (await fetch(`${second.url}/${asset.path}`)).text()).toBe('text')
  await second.close()
})

describe('a folder that cannot be used', () => {
  test('because another lake has it, in this process or in another', async ({ dataDir }) => {
    const child = await startChild(dataDir)
    await expect(startLake({ dataDir, port: 0 })).rejects.toThrow(
      `Another lake is already using ${path.join(dataDir, 'lake.sqlite')}.`,
    )
    const second = await run(['--data', dataDir, '--port', '0'])
    expect(second.code).toBe(1)
    expect(second.errors).toContain('Another lake is already using')
    expect(second.errors).toContain('--data')
    expect(second.errors).not.toContain('    at ')
    await killLake(child)
    await (await startLake({ dataDir, port: 0 })).close()
  })

  test('because a newer lake wrote it', async ({ dataDir }) => {
    await (await startLake({ dataDir, port: 0 })).close()
    const database = new DatabaseSync(path.join(dataDir, 'lake.sqlite'))
    database.exec('pragma user_version = 99')
    database.close()
    await expect(startLake({ dataDir, port: 0 })).rejects.toThrow(/written by a newer version .*format 99/)
  })

  test('because it is a file, or its database is none', async ({ dataDir }) => {
    const file = path.join(dataDir, 'file')
    await writeFile(file, 'x')
    await expect(startLake({ dataDir: file, port: 0 })).rejects.toThrow(
      `${file} is a file where a folder is needed`,
    )
    const folder = path.join(dataDir, 'folder')
    await mkdir(folder)
    await writeFile(
      path.join(folder, 'lake.sqlite'),
      'not a database, but long enough to be looked at'.repeat(50),
    )
    await expect(startLake({ dataDir: folder, port: 0 })).rejects.toThrow('is damaged, or it is not a lake')
  })

  test('or a port that is taken', async ({ dataDir }) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const taken = await run(['--data', dataDir, '--port', String(port)])
    expect(taken.code).toBe(1)
    expect(taken.errors).toContain(`Port ${port} is already taken.`)
    expect(taken.errors).toContain('--port')
    other.close()
    await (await startLake({ dataDir, port: 0 })).close()
  })
})

describe('the program', () => {
  test.for(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s', async (signal, { dataDir }) => {
    const child = await startChild(dataDir)
    child.kill(signal)
    await once(child, 'exit')
    expect(child.exitCode).toBe(0)
  })

  test('stops when the program that started it is gone', async ({ dataDir }) => {
    const child = await startChild(dataDir, () =>
      fork(lakeProgram, lakeOptions(dataDir), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], execArgv: [] }),
    )
    child.disconnect()
    await once(child, 'exit')
    expect(child.exitCode).toBe(0)
  })
})

async function startChild(
  dataDir: string,
  start: () => ChildProcess = () => spawnLake(dataDir),
): Promise<ChildProcess> {
  const child = start()
  onTestFinished(() => killLake(child))
  await addressOf(child)
  return child
}

async function run(args: string[]): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, [lakeProgram, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  await once(child, 'close')
  return { code: child.exitCode, errors }
}
