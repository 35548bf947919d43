import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { type Mirror, openMirror } from '../../../src/cms/mirror.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { stageFolder } from '../../../src/press/stage.ts'
import { storedAuthor, storedRecap, storedTopic } from '../../support/documents.ts'
import { test } from '../../support/lake.ts'
import { pressInto } from '../../support/pressed.ts'
import { runScript } from '../../support/program.ts'
import { root } from '../../support/root.ts'
import { testMoment } from '../../support/sites.ts'

const pressAndDie = fileURLToPath(new URL('../../support/press-and-die.ts', import.meta.url))

function put(mirror: Mirror, ...stored: ReturnType<typeof storedRecap>[]): void {
  const update = mirror.begin()
  for (const document of stored) update.put(document)
  update.finish('')
}

const contents = (folder: string) =>
  new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))

test('a press that is killed leaves whole files, and the next one comes to the same site', {
  timeout: 5 * 60_000,
}, async ({ dataDir }) => {
  const bundle = await compiledBundle(root)
  const oldFile = join(dataDir, 'old.sqlite')
  const newFile = join(dataDir, 'new.sqlite')
  const filled = openMirror(oldFile, 'test')
  put(
    filled,
    storedAuthor('ada'),
    storedTopic('tools'),
    ...['one', 'two', 'three'].map((id) => storedRecap(id)),
  )
  filled.close()
  copyFileSync(oldFile, newFile)
  const mirror = openMirror(newFile, 'test')
  const update = mirror.begin()
  update.remove('three')
  update.put({ ...storedAuthor('ada', { name: 'Ada L.' }), _rev: 'new' })
  update.put(storedRecap('four'))
  update.finish('')

  const pressed = async (folder: string, mirrorFile: string) => {
    const opened = openMirror(mirrorFile, 'test')
    const { press, outDir } = pressInto(folder, { bundle, mirror: opened, mirrorFile })
    await press.update(testMoment)
    press.close()
    opened.close()
    return { outDir, files: contents(outDir) }
  }
  const { files: before } = await pressed(join(dataDir, 'before'), oldFile)
  const { files: after } = await pressed(join(dataDir, 'after'), newFile)
  expect(after).not.toEqual(before)

  for (const [step, count] of moments) {
    const folder = join(dataDir, `killed ${step} ${count}`)
    const { outDir } = await pressed(folder, oldFile)
    await runScript(pressAndDie, [folder, newFile, testMoment.toISOString(), step, String(count)]).exited
    for (const [file, text] of contents(outDir))
      if (!file.startsWith(stageFolder))
        expect([before.get(file), after.get(file)], `${file} at ${step} ${count}`).toContain(text)
    const { files } = await pressed(folder, newFile)
    expect(files, `after ${step} ${count}`).toEqual(after)
  }
  mirror.close()
})

/** When the press is killed: as it tells that it has come so far with a step. */
const moments = [
  ['Rendering pages', 1],
  ['Rendering pages', 5],
  ['before', 0],
  ['Writing pages', 1],
  ['Writing pages', 2],
  ['Writing pages', 5],
  ['Writing pages', 8],
  ['never', 0],
] as const
