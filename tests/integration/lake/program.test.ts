import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { findRunning } from '../../../scripts/local/running.ts'
import { ndjson, writeArchive } from '../../support/archive.ts'
import { freePorts } from '../../support/free-port.ts'
import { clientOf, test } from '../../support/lake.ts'
import { type RunningProgram, runScript } from '../../support/program.ts'

function lake(...args: string[]): RunningProgram {
  const program = runScript('scripts/lake/main.ts', args)
  onTestFinished(() => program.kill('SIGKILL'))
  return program
}

const ready = 'SANITY_TOKEN='

async function stop(program: RunningProgram): Promise<void> {
  program.kill('SIGTERM')
  expect(await program.exited).toBe(0)
}

async function addressOf(program: RunningProgram) {
  await program.says('"token":"')
  return JSON.parse(program.stdout())
}

const documents = [
  { _id: 'ada', _type: 'author', name: 'Ada' },
  { _id: 'one', _type: 'recap', by: { _type: 'reference', _ref: 'ada' } },
]

async function archiveIn(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'x.tar.gz')
  await writeArchive(file, [{ name: 'data.ndjson', body: ndjson(documents) }])
  return file
}

describe('npm run lake', () => {
  test('prints what a .env file takes, and is found while it runs', async ({ dataDir }) => {
    const program = lake('--data', dataDir, '--port', '0')
    await program.says(ready)
    const running = findRunning(dataDir)
    expect(program.stdout()).toContain(
      [
        `SANITY_API_HOST=${running?.url}`,
        'SANITY_PROJECT_ID=local',
        'SANITY_DATASET=production',
        `SANITY_TOKEN=${running?.token}`,
      ].join('\n'),
    )
    program.kill('SIGINT')
    expect(await program.exited).toBe(0)
    expect(findRunning(dataDir)).toBeUndefined()
  })

  test('--json prints one line and nothing else, whatever there is to tell', async ({ dataDir }) => {
    const file = await archiveIn(dataDir)
    const program = lake('--data', dataDir, '--port', '0', '--json', '--import', file, '--dataset', 'tests')
    const address = await addressOf(program)
    expect(Object.keys(address)).toEqual(['url', 'projectId', 'dataset', 'token'])
    expect(address.dataset).toBe('tests')
    expect(program.output()).toContain('Imported 2 documents')
    await stop(program)
    expect(program.stdout().trimEnd().split('\n')).toHaveLength(1)
  })

  test('--dataset makes datasets, and prints the first', async ({ dataDir }) => {
    for (const _ of ['made', 'there']) {
      const program = lake('--data', dataDir, '--port', '0', '--json', '--dataset', 'b', '--dataset', 'a')
      const address = await addressOf(program)
      expect(address.dataset).toBe('b')
      const names = (await clientOf(address).datasets.list()).map(({ name }) => name)
      expect(names.sort()).toEqual(['a', 'b', 'production'])
      await stop(program)
    }
  })
})

describe('--import', () => {
  test('fills what is empty, and a later start undoes nothing', async ({ dataDir }) => {
    const args = ['--data', dataDir, '--port', '0', '--json', '--import', await archiveIn(dataDir)]
    const first = lake(...args)
    const client = clientOf(await addressOf(first))
    await client.delete('one')
    await client.patch('ada').set({ name: 'Mine' }).commit()
    await stop(first)

    const second = lake(...args)
    const again = clientOf(await addressOf(second))
    expect(second.output()).toContain('has documents already')
    expect(await again.fetch('*{_id, name}')).toEqual([{ _id: 'ada', name: 'Mine' }])
    await stop(second)

    const missing = lake(...args, '--missing')
    const filled = clientOf(await addressOf(missing))
    expect(await filled.fetch('*{_id, name} | order(_id asc)')).toEqual([
      { _id: 'ada', name: 'Mine' },
      { _id: 'one', name: null },
    ])
    await stop(missing)
  })

  test('goes on where a killed lake left it', async ({ dataDir }) => {
    const args = ['--data', dataDir, '--port', '0', '--json', '--import', await archiveIn(dataDir)]
    const first = lake(...args)
    const client = clientOf(await addressOf(first))
    await client.delete('one')
    await client.patch('ada').set({ name: 'Mine' }).commit()
    await stop(first)
    // As it lies there while an import is under way.
    const mark = path.join(dataDir, 'filling-production')
    await writeFile(mark, '')

    const second = lake(...args)
    const again = clientOf(await addressOf(second))
    expect(await again.fetch('*{_id, name} | order(_id asc)')).toEqual([
      { _id: 'ada', name: 'Mine' },
      { _id: 'one', name: null },
    ])
    expect(existsSync(mark)).toBe(false)
    await stop(second)
  })

  test('of something damaged ends it, with nothing on standard output', async ({ dataDir }) => {
    const file = path.join(dataDir, 'x.ndjson')
    await writeFile(file, `${ndjson(documents)}{"_id":`)
    const program = lake('--data', dataDir, '--port', '0', '--json', '--import', file)
    expect(await program.exited).toBe(1)
    expect(program.output()).toContain('Line 3 of')
    expect(program.stdout()).toBe('')
    expect(findRunning(dataDir)).toBeUndefined()
    const next = lake('--data', dataDir, '--port', '0', '--json')
    expect(await clientOf(await addressOf(next)).fetch('count(*)')).toBe(0)
    await stop(next)
  })
})

describe('what is in its way is named', () => {
  test('another lake on the folder, with its address', async ({ dataDir }) => {
    const first = lake('--data', dataDir, '--port', '0')
    await first.says(ready)
    const second = lake('--data', dataDir, '--port', '0')
    expect(await second.exited).toBe(1)
    expect(second.output()).toContain(`It answers at ${findRunning(dataDir)?.url}.`)
    await stop(first)
  })

  test('a port that is taken', async ({ dataDir }) => {
    const server = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const program = lake('--data', dataDir, '--port', String(port))
    expect(await program.exited).toBe(1)
    expect(program.output()).toContain(`Port ${port} is already taken.`)
  })

  test('an address that the machine does not have', async ({ dataDir }) => {
    const program = lake('--data', dataDir, '--port', '0', '--host', '192.0.2.1')
    expect(await program.exited).toBe(1)
    expect(program.output()).toContain('The address given with --host is none of this machine’s.')
  })
})

test('--host warns, and is called by addresses but not by names', async ({ dataDir }) => {
  const [port] = await freePorts(1)
  const program = lake('--data', dataDir, '--port', String(port), '--host', '0.0.0.0', '--json')
  await addressOf(program)
  expect(program.output()).toContain('Warning: the lake listens on 0.0.0.0')
  const status = async (host: string) => {
    const asked = request({
      host: '127.0.0.1',
      port,
      path: '/v1/data/query/production?query=1',
      headers: { host },
    })
    asked.end()
    const [answer] = await once(asked, 'response')
    answer.resume()
    return answer.statusCode
  }
  expect(await status('192.168.1.5')).toBe(200)
  expect(await status('localhost')).toBe(200)
  expect(await status('evil.example')).toBe(403)
  await stop(program)
})

test('--help', async () => {
  const program = lake('--help')
  expect(await program.exited).toBe(0)
  expect(program.stdout()).toContain('npm run lake [-- options]')
})
