import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { generateContent } from '../../../scripts/bench/content/generate.ts'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { marker } from '../../../src/press/adopt-folder.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { test } from '../../support/filled-mirror.ts'
import { pressInto } from '../../support/pressed.ts'
import { root } from '../../support/root.ts'

const now = new Date('2026-11-20T12:00:00Z')

test('threads make the same files as one process alone, and remember the same of them', async ({
  filled,
}) => {
  filled.change([...generateContent({ recaps: 60 })])
  const bundle = await compiledBundle(root)
  const made = async (name: string, worthACrew: number) => {
    const folder = join(dirname(filled.file), name)
    const { mirror, file } = filled
    const { press, outDir } = pressInto(folder, { bundle, mirror, mirrorFile: file }, { worthACrew })
    const { rendered, warnings } = await press.update(now)
    const again = await press.update(now)
    const searchable = press.searchable()
    press.close()
    const files = filesBelow(outDir).filter((path) => path !== marker)
    const texts = Object.fromEntries(files.map((path) => [path, readFileSync(join(outDir, path), 'latin1')]))
    return { texts, rendered: rendered.sort(), warnings, searchable, again: again.rendered }
  }
  const alone = await made('alone', Number.POSITIVE_INFINITY)
  expect(alone.rendered.length).toBeGreaterThan(100)
  expect(await made('crew', 1)).toEqual(alone)
})
