import { describe, expect, it } from 'vitest'
import { type Fact, facts } from '../../../src/site/facts.ts'
import { newestKnown, partOf, touchBetween, touchFrom, vicinity } from '../../../src/site/list-touch.ts'
import { lists, pageSize } from '../../../src/site/lists.ts'
import { inOrder, type OrderedList, orderedList, type Placed } from '../../../src/site/ordered-list.ts'
import { fullPages, rangeOf } from '../../../src/site/pagination.ts'
import { randomSource } from '../../support/random.ts'

const name = lists.recaps
const size = pageSize(name)

/** Everything that can be asked of a list, by the fact that it is recorded as. */
function answers(list: OrderedList): Map<Fact, string> {
  const length = list.size()
  const pages = fullPages(length, size)
  const page = (number: number | undefined) => list.ids(...rangeOf(number, length, size)).join()
  const ids = list.ids(0, length)
  const placed = list.items().map(({ id, at }) => `${id} at ${at}`)
  return new Map<Fact, string>([
    [facts.size(name), String(length)],
    [facts.pages(name), String(pages)],
    [facts.all(name), ids.join()],
    [facts.newest(name), ids.slice(-newestKnown).join()],
    [facts.head(name), `${page(undefined)} after ${pages}`],
    ...Array.from({ length: pages }, (_, index): [Fact, string] => [
      facts.page(name, index + 1),
      // The last of them leads on to the head page.
      `${page(index + 1)} ${index + 1 === pages ? 'last' : ''}`,
    ]),
    ...ids.map((id, index): [Fact, string] => [
      facts.around(id),
      [
        placed.slice(Math.max(0, index - vicinity), index),
        placed.slice(index + 1, index + 1 + vicinity),
      ].join(' | '),
    ]),
  ])
}

/** Nobody has read what was not there before. */
const changed = (before: Map<Fact, string>, after: Map<Fact, string>) =>
  [...after].filter(([fact, answer]) => before.has(fact) && before.get(fact) !== answer).map(([fact]) => fact)

describe.each([5, 30, 200])('what is noted of a list of about %i', (about) => {
  it('names all answers that have changed, whatever comes, goes or moves, and no page that has not', () => {
    const random = randomSource(about)
    const items: Placed[] = Array.from({ length: about }, (_, id) => ({
      id: `n${id}`,
      at: random.below(1000),
    }))
    const list = orderedList(items.toSorted(inOrder))
    for (let step = 0; step < 400; step++) {
      const before = answers(list)
      const touched = new Set<Fact>()
      const sizeBefore = list.size()
      const idsBefore = list.ids(0, sizeBefore)
      const item = random.pick(items)
      const kind = random.pick(['comes', 'goes', 'moves', 'moves'])
      const moved: Placed = { id: kind === 'comes' ? `new${step}` : item.id, at: random.below(1000) }
      if (kind !== 'comes' && items.length < 3) continue
      const from = list.indexOf(item)
      if (kind !== 'comes') {
        list.remove(item)
        items.splice(items.indexOf(item), 1)
      }
      if (kind !== 'goes') {
        list.insert(moved)
        items.push(moved)
      }
      if (kind === 'moves') touchBetween(from, list.indexOf(moved), name, list, touched)
      else touchFrom(kind === 'goes' ? from : list.indexOf(moved), name, list, sizeBefore, touched)

      const after = answers(list)
      const moves = idsBefore.filter((id, place) => id !== item.id && list.idAt(place) !== id)
      for (const id of moves)
        expect(touched).toContain(facts.places(name, partOf(idsBefore.indexOf(id), size)))
      expect(changed(before, after).filter((fact) => !touched.has(fact))).toEqual([])
      if (kind !== 'moves') continue
      const needless = [...touched].filter(
        (fact) => fact.startsWith(`${name} page`) && before.get(fact) === after.get(fact),
      )
      expect(needless).toEqual([])
    }
  })
})
