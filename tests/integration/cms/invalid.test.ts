import { describe, expect } from 'vitest'
import { keyedRef, storedAuthor, storedRecap, storedTopic, toCreate } from '../../support/documents.ts'
import { test } from '../../support/pulled.ts'

describe.each([{ way: 'whole' as const }, { way: 'quick' as const }])('a $way pull', (options) => {
  test('sets aside what is invalid, names it, and keeps its last good version', async ({ pulled }) => {
    const { lake, mirror, update } = pulled
    await lake.client.create(toCreate(storedAuthor('ada')))
    await lake.client.create(toCreate(storedRecap('good', { title: 'Good title' })))
    await lake.client.create(toCreate(storedRecap('never-good', { body: [{ _type: 'poll', _key: 'k' }] })))
    const first = await update(options)
    expect(mirror.ids()).toEqual(['ada', 'good'])
    expect(first.refusals).toMatchObject([
      {
        id: 'never-good',
        type: 'recap',
        title: 'Title of never-good',
        stands: 'left out',
        problems: [expect.stringContaining('"poll"')],
      },
    ])

    await lake.client.patch('good').set({ title: '' }).commit()
    const second = await update(options)
    expect(second.refusals.map(({ id, stands }) => [id, stands])).toEqual([
      ['good', 'older version'],
      ['never-good', 'left out'],
    ])
    expect(mirror.head('good')).toMatchObject({ title: 'Good title' })
    expect(await update(options)).toEqual({ ...second, way: options.way, changed: [] })

    await lake.client.patch('good').set({ title: 'Mended' }).commit()
    await lake.client.delete('never-good')
    expect(await update(options)).toMatchObject({ changed: ['good'], removed: ['never-good'], refusals: [] })
    expect(mirror.head('good')).toMatchObject({ title: 'Mended' })
  })

  test('takes what was refused when what it lacked is there', async ({ pulled }) => {
    const { lake, mirror, update } = pulled
    await lake.client.create(toCreate(storedAuthor('ada')))
    const lacking = storedRecap('r', { topics: [{ ...keyedRef('beer'), _weak: true }] })
    await lake.client.create(toCreate(lacking))
    expect((await update(options)).refusals.map(({ id }) => id)).toEqual(['r'])
    await lake.client.create(toCreate(storedTopic('beer')))
    expect(await update(options)).toMatchObject({ ...options, changed: ['beer', 'r'], refusals: [] })
    expect(mirror.ids()).toEqual(['ada', 'beer', 'r'])
  })
})
