import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect } from 'vitest'
import { openMirror, openMirrorForReading } from '../../../../src/cms/mirror.ts'
import {
  keyedRef,
  paragraph,
  ref,
  storedAsset,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedTopic,
  storedVenue,
} from '../../../support/documents.ts'
import { revised, test } from '../../../support/filled-mirror.ts'

const created = { _createdAt: '2026-01-01T10:00:00Z' }

describe('what a mirror hands out', () => {
  test('heads, bodies and entries', ({ filled }) => {
    const body = [paragraph('Words.')]
    filled.change([
      storedRecap('r', { topics: [keyedRef('beer')], event: ref('e'), body, unknown: 1 }),
      storedAuthor('ada'),
      storedTopic('beer'),
      storedVenue('v'),
      storedEvent('e', { venue: ref('v') }),
      storedSettings(),
      storedAsset('c0ffee'),
    ])
    const { mirror } = filled
    expect(mirror.head('r')).toEqual({
      ...{ _id: 'r', _type: 'recap', _rev: 'rev-r', ...created, _updatedAt: '2026-01-01T10:00:00Z' },
      ...{ title: 'Title of r', slug: 'r', publishedAt: '2026-05-01T12:00:00Z', template: 'evening' },
      standfirst: 'What r was about.',
      authors: ['ada'],
      topics: ['beer'],
      event: 'e',
      repliesOpen: true,
    })
    expect(mirror.body('r')).toEqual(body)
    expect(mirror.body('ada')).toBeUndefined()
    expect(mirror.head('siteSettings')).toMatchObject({ title: 'The Example' })
    expect(mirror.head('nobody')).toBeUndefined()
    expect([...mirror.entries()].sort((a, b) => (a._id < b._id ? -1 : 1))).toEqual([
      { _id: 'ada', _type: 'author', slug: 'ada', name: 'Name of ada', ...created },
      { _id: 'beer', _type: 'topic', slug: 'beer', title: 'Topic beer', ...created },
      {
        ...{ _id: 'e', _type: 'event', slug: 'e', status: 'scheduled', venue: 'v', ...created },
        ...{ startsAt: '2026-12-10T18:30:00Z', endsAt: '2026-12-10T22:00:00Z' },
      },
      {
        ...{
          _id: 'r',
          _type: 'recap',
          slug: 'r',
          authors: ['ada'],
          topics: ['beer'],
          event: 'e',
          ...created,
        },
        publishedAt: '2026-05-01T12:00:00Z',
      },
      { _id: 'v', _type: 'venue', slug: 'v', name: 'The v', ...created },
    ])
  })

  test('a thread sees the mirror as it was when it began; the mirror itself sees what is new', async ({
    filled,
  }) => {
    filled.change([storedAuthor('ada'), storedAuthor('bob')])
    const reading = openMirrorForReading(filled.file)
    expect(filled.mirror.head('ada')).toMatchObject({ name: 'Name of ada' })
    filled.change([revised(storedAuthor('ada'), { name: 'Ada' })], ['bob'])
    await Promise.resolve()
    expect(reading.head('ada')).toMatchObject({ name: 'Name of ada' })
    expect(reading.head('bob')).toMatchObject({ name: 'Name of bob' })
    expect(filled.mirror.head('ada')).toMatchObject({ name: 'Ada' })
    expect(filled.mirror.head('bob')).toBeUndefined()
    reading.close()
  })

  test('what has not changed is not parsed again', async ({ filled }) => {
    filled.change([storedAuthor('ada'), storedAuthor('bob')])
    const bob = filled.mirror.head('bob')
    filled.change([revised(storedAuthor('ada'), { name: 'Ada' })])
    await Promise.resolve()
    expect(filled.mirror.head('bob')).toBe(bob)
  })
})

describe('changes since a position', () => {
  test('each once, with the entry of then', ({ filled }) => {
    filled.change([storedAuthor('ada'), storedTopic('beer'), storedSettings()])
    const position = filled.mirror.position()
    expect(filled.mirror.changesSince(position)).toEqual([])
    filled.change([
      revised(storedAuthor('ada'), { name: 'Ada' }),
      revised(storedSettings()),
      storedTopic('new'),
    ])
    filled.change([revised(storedAuthor('ada'), { name: 'Ada L.' })], ['beer'])
    expect(filled.mirror.changesSince(position)).toEqual([
      { id: 'ada', before: expect.objectContaining({ _type: 'author', name: 'Name of ada' }) },
      { id: 'beer', before: expect.objectContaining({ _type: 'topic', slug: 'beer' }) },
      { id: 'new', before: undefined },
      { id: 'siteSettings', before: undefined },
    ])
    expect(filled.mirror.changesSince(filled.mirror.position())).toEqual([])
  })

  test('nothing of what is refused, or goes refused', ({ filled }) => {
    filled.change([storedAuthor('ada')])
    const position = filled.mirror.position()
    filled.change([revised(storedAuthor('ada'), { name: '' }), storedTopic('bad', { title: '' })])
    filled.change([], ['bad'])
    expect(filled.mirror.changesSince(position)).toEqual([])
  })

  test('are unknown in another mirror, from the future, and from before the log', ({ filled }) => {
    filled.change([storedAuthor('ada')])
    const { name, sequence } = filled.mirror.position()
    expect(filled.mirror.changesSince({ name: 'another', sequence })).toBeUndefined()
    expect(filled.mirror.changesSince({ name, sequence: sequence + 1 })).toBeUndefined()
    const topics = Array.from({ length: 20_001 }, (_, index) => storedTopic(`t${index}`))
    filled.change(topics)
    expect(filled.mirror.changesSince({ name, sequence })).toBeUndefined()
    expect(filled.mirror.changesSince({ name, sequence: sequence + 1 })).toHaveLength(20_000)
  })
})

describe('with other code that parses', () => {
  test('everything is parsed again, and counts as changed', ({ filled }) => {
    filled.change([storedAuthor('ada'), storedRecap('r')])
    const position = filled.mirror.position()
    const db = new DatabaseSync(filled.file)
    db.exec(
      `update head set json = '{"_id": "ada", "name": "As other code made it"}' where json like '%"author"%'`,
    )
    db.close()
    expect(filled.reopen().head('ada')).toMatchObject({ name: 'As other code made it' })
    expect(filled.mirror.changesSince(position)).toEqual([])
    expect(filled.reopen('other code').head('ada')).toMatchObject({ name: 'Name of ada' })
    expect(filled.mirror.changesSince(position)).toBeUndefined()
    expect(filled.mirror.ids()).toEqual(['ada', 'r'])
  })

  test('what it refuses is kept, and back with code that takes it', ({ filled }) => {
    filled.change([storedAuthor('ada'), storedRecap('r')])
    filled.change([revised(storedRecap('r'), { title: '' })])
    // As if the schemas of today asked for more than those of then.
    const spoil = (from: string, to: string) => {
      const db = new DatabaseSync(filled.file)
      db.prepare('update text set stored = replace(stored, ?, ?)').run(from, to)
      db.close()
    }
    spoil('"standfirst"', '"lead"')
    filled.reopen('stricter')
    expect(filled.mirror.ids()).toEqual(['ada'])
    expect(filled.problems()).toMatchObject({
      r: [expect.stringMatching(/^title/), expect.stringMatching(/^standfirst/)],
    })
    spoil('"lead"', '"standfirst"')
    filled.reopen('as before')
    expect(filled.mirror.ids()).toEqual(['ada', 'r'])
    expect(filled.mirror.refusals()).toMatchObject([{ id: 'r', stands: 'older version' }])

    spoil('"name"', '"nom"')
    filled.reopen('stricter')
    expect(filled.mirror.ids()).toEqual(['r'])
    expect(Object.keys(filled.problems())).toEqual(['ada', 'r'])
    spoil('"nom"', '"name"')
    filled.reopen('as before')
    expect(filled.mirror.ids()).toEqual(['ada', 'r'])
  })

  test('documents that have the same address now do not both keep it', ({ filled }) => {
    filled.change([storedTopic('a'), storedTopic('b', { _createdAt: '2025-01-01T00:00:00Z' })])
    const db = new DatabaseSync(filled.file)
    db.exec(`update text set stored = replace(stored, '"current":"a"', '"current":"b"')`)
    db.close()
    filled.reopen('other code')
    expect(filled.mirror.ids()).toEqual(['b'])
    expect(filled.problems()).toEqual({ a: ['slug “b” is the address of another topic: “Topic b” (b)'] })
  })
})

describe('a mirror begins anew', () => {
  test('where it is of another source, under another name', ({ filled }) => {
    filled.change([storedAuthor('ada')])
    const position = filled.mirror.position()
    const other = openMirror(filled.file, 'another lake', 'code')
    expect(other.ids()).toEqual([])
    expect(other.changesSince(position)).toBeUndefined()
    other.close()
  })

  test.for([
    ['no database', 'This is no database, but it is long enough to be read as one. '.repeat(20)],
    ['empty', ''],
  ])('where the file is %s', ([, text = ''], { filled }) => {
    filled.mirror.close()
    writeFileSync(filled.file, text)
    filled.mirror = openMirror(filled.file, 'a lake', 'code')
    expect(filled.change([storedAuthor('ada')])).toEqual(['ada'])
  })

  test('where it was made by an earlier version of this program', ({ filled }) => {
    filled.mirror.close()
    const db = new DatabaseSync(filled.file)
    db.exec('drop table version; drop table change; create table document (id text); pragma user_version = 0')
    db.close()
    filled.mirror = openMirror(filled.file, 'a lake', 'code')
    expect(filled.change([storedAuthor('ada')])).toEqual(['ada'])
  })
})

test('an update that is abandoned has changed nothing', ({ filled }) => {
  filled.change([storedAuthor('ada')])
  const position = filled.mirror.position()
  const update = filled.mirror.begin()
  update.put(revised(storedAuthor('ada'), { name: 'Ada' }))
  update.abandon()
  expect(filled.mirror.head('ada')).toMatchObject({ name: 'Name of ada' })
  expect(filled.mirror.position()).toEqual(position)
  expect(filled.change([storedTopic('beer')])).toEqual(['beer'])
})
