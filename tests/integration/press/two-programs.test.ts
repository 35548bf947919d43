import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { type Mirror, openMirror } from '../../../src/cms/mirror.ts'
import { marker } from '../../../src/press/adopt-folder.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { keyedRef, storedAuthor, storedRecap, storedSettings, storedTopic } from '../../support/documents.ts'
import { type FilledMirror, revised, test } from '../../support/filled-mirror.ts'
import { pressInto } from '../../support/pressed.ts'
import { root } from '../../support/root.ts'
import { testMoment } from '../../support/sites.ts'

const two = storedRecap('two', { topics: [keyedRef('tools')] })
const moved = {
  slug: { _type: 'slug', current: 'elsewhere' },
  publishedAt: '2024-01-01T12:00:00Z',
  topics: [],
}

/** The mirror as the press reads it, into which another program pulls when the press has looked at what there is. */
function pulledInto({ mirror, file }: FilledMirror): Mirror {
  let isDue = true
  const meanwhile = () => {
    if (!isDue) return
    isDue = false
    const other = openMirror(file, 'a lake', 'code')
    const update = other.begin()
    update.put(revised(two, moved))
    update.finish('2026-01-01T10:00:00Z')
    other.close()
  }
  return {
    ...mirror,
    *entries() {
      yield* mirror.entries()
      meanwhile()
    },
    changesSince(position) {
      const changes = mirror.changesSince(position)
      meanwhile()
      return changes
    },
  }
}

test.for([
  { what: 'everything', isFirst: true },
  { what: 'one edit', isFirst: false },
])(
  'what another program pulls while the press looks at $what is pressed the next time',
  async ({ isFirst }, { filled }) => {
    const bundle = await compiledBundle(root)
    const folder = dirname(filled.file)
    const content = { bundle, mirror: filled.mirror, mirrorFile: filled.file }
    filled.change([storedSettings(), storedAuthor('ada'), storedTopic('tools'), storedRecap('one'), two])
    if (!isFirst) {
      const { press } = pressInto(join(folder, 'site'), content)
      await press.update(testMoment)
      press.close()
      filled.change([revised(storedRecap('one'), { title: 'Other words' })])
    }
    const { press, outDir } = pressInto(join(folder, 'site'), { ...content, mirror: pulledInto(filled) })
    await press.update(testMoment)
    expect(filesBelow(outDir)).toContain('recaps/two/index.html')
    await press.update(testMoment)
    press.close()
    await isAsMadeAnew(outDir, folder, content)
  },
)

test('threads that see what another program has pulled meanwhile begin nothing', async ({ filled }) => {
  const bundle = await compiledBundle(root)
  const folder = dirname(filled.file)
  const content = { bundle, mirror: filled.mirror, mirrorFile: filled.file }
  filled.change([storedSettings(), storedAuthor('ada'), storedTopic('tools'), storedRecap('one'), two])
  const mirror = pulledInto(filled)
  const { press, outDir } = pressInto(join(folder, 'site'), { ...content, mirror }, { worthACrew: 1 })
  await expect(press.update(testMoment)).rejects.toMatchObject({
    message: expect.stringContaining('another program has just pulled'),
    hint: expect.stringContaining('Try again'),
  })
  expect(filesBelow(outDir)).toEqual([marker])
  await press.update(testMoment)
  press.close()
  await isAsMadeAnew(outDir, folder, content)
})

async function isAsMadeAnew(outDir: string, folder: string, content: Parameters<typeof pressInto>[1]) {
  const other = pressInto(join(folder, 'anew'), content)
  await other.press.update(testMoment)
  other.press.close()
  const filesIn = (dir: string) =>
    Object.fromEntries(filesBelow(dir).map((file) => [file, readFileSync(join(dir, file), 'utf8')]))
  expect(filesIn(outDir)).toEqual(filesIn(other.outDir))
  expect(filesBelow(outDir)).toContain('recaps/elsewhere/index.html')
}
