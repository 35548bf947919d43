import { expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { randomSource } from '../../support/random.ts'

const query = '*[_type == "note"] | order(rank, title desc) [0...500] {_id, rank, title}'

type Note = { _id: string; rank: number; title: string }

test('lists in an order follow whatever is written', async ({ lake }) => {
  const random = randomSource(20261123)
  const notes = new Map<string, Note>()
  for (let step = 0; step < 120; step++) {
    const name = `n${random.below(12)}`
    const id = random.pick([name, `drafts.${name}`])
    const note = { _id: id, rank: random.below(4), title: random.pick(['Ale', 'Bitter', 'Cider']) }
    const kind = random.below(4)
    const draft = notes.get(`drafts.${name}`)
    if (kind === 0) {
      await lake.client.delete(id)
      notes.delete(id)
    } else if (kind === 1 && draft) {
      await lake.client.action({
        actionType: 'sanity.action.document.publish',
        draftId: `drafts.${name}`,
        publishedId: name,
      })
      notes.delete(`drafts.${name}`)
      notes.set(name, { ...draft, _id: name })
    } else {
      const others = [...notes.values()]
        .slice(0, random.below(3))
        .map((other) => ({ ...other, rank: note.rank }))
      const written = [...others, note]
      await lake.client.mutate(written.map((one) => ({ createOrReplace: { ...one, _type: 'note' } })))
      for (const one of written) notes.set(one._id, one)
    }
    const all = [...notes.values()]
    const newest = all.filter(({ _id }) => _id.startsWith('drafts.') || !notes.has(`drafts.${_id}`))
    const drafts = newest.map((one) => ({ ...one, _id: one._id.replace('drafts.', '') }))
    expect(await lake.client.fetch(query, {}, { perspective: 'raw' })).toEqual(sorted(all))
    expect(await lake.client.fetch(query, {}, { perspective: 'drafts' })).toEqual(sorted(drafts))
  }
  expect(lake.reports).toEqual([])
})

function sorted(notes: Note[]): Note[] {
  const by = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
  return notes.toSorted((a, b) => by(a.rank, b.rank) || by(b.title, a.title) || by(a._id, b._id))
}
