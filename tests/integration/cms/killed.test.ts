import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { storedAuthor, storedRecap, toCreate } from '../../support/documents.ts'
import { test } from '../../support/lake.ts'
import { pullInto, saidByFile } from '../../support/mirror.ts'
import { runScript } from '../../support/program.ts'

const pullAndDie = fileURLToPath(new URL('../../support/pull-and-die.ts', import.meta.url))

test('a pull that is killed leaves the mirror as it was, or as it is to be', async ({ lake }) => {
  const old = join(lake.dataDir, 'old.sqlite')
  await lake.client.create(toCreate(storedAuthor('ada')))
  for (const id of ['one', 'two', 'three']) await lake.client.create(toCreate(storedRecap(id)))
  await pullInto(old, lake)
  await lake.client.patch('one').set({ title: 'Changed' }).commit()
  await lake.client.delete('three')
  await lake.client.create(toCreate(storedRecap('four')))

  const says: string[] = []
  for (const steps of [1, 2, 3]) {
    const file = join(lake.dataDir, `mirror-${steps}.sqlite`)
    copyFileSync(old, file)
    const program = runScript(pullAndDie, [file, JSON.stringify(lake), String(steps)])
    await program.exited
    says.push(saidByFile(file))
    // The next pull makes up for it.
    await pullInto(file, lake, { way: 'quick' })
    says.push(saidByFile(file))
  }
  const next = join(lake.dataDir, 'next.sqlite')
  copyFileSync(old, next)
  await pullInto(next, lake)
  const [before, after] = [saidByFile(old), saidByFile(next)]
  expect(before).not.toBe(after)
  expect(says).toEqual([before, after, before, after, after, after])
})
