import type { SanityClient } from '@sanity/client'
import type { RandomSource } from '../../../support/random.ts'

/** What a writer puts into a document, without what the lake adds. */
export type Note = { _type: 'note'; text: string; count: number }

/** Documents by id. */
export type Notes = ReadonlyMap<string, Note>

/** One transaction, and what it makes of a writer's documents. */
export type Step = { transactionId: string; after: Notes; send(client: SanityClient): Promise<unknown> }

const names = 4

/** The ids that a writer's documents can have, drafts among them. */
export function idsOf(writer: string): string[] {
  return Array.from({ length: names }, (_, name) => [`${writer}-${name}`, `drafts.${writer}-${name}`]).flat()
}

/** The one document that all writers change. */
export const shared = 'counter'

/** A step that the documents allow: mutations of several of them and of the shared one, or an action. */
export function nextStep(writer: string, number: number, before: Notes, random: RandomSource): Step {
  const transactionId = `${writer}-${number}`
  return random.below(2) === 0
    ? mutations(writer, transactionId, before, random)
    : action(writer, transactionId, before, random)
}

function mutations(writer: string, transactionId: string, before: Notes, random: RandomSource): Step {
  const after = new Map(before)
  const list: object[] = [{ patch: { id: shared, inc: { count: 1 } } }]
  for (let count = 1 + random.below(4); count > 0; count--) {
    const id = random.pick(idsOf(writer))
    const note = after.get(id)
    const fresh: Note = { _type: 'note', text: textOf(random), count: 0 }
    if (!note || random.below(6) === 0) {
      after.set(id, fresh)
      list.push({ createOrReplace: { _id: id, ...fresh } })
    } else if (random.below(4) === 0) {
      after.delete(id)
      list.push({ delete: { id } })
    } else {
      after.set(id, { ...note, text: fresh.text, count: note.count + 1 })
      list.push({ patch: { id, set: { text: fresh.text }, inc: { count: 1 } } })
    }
  }
  const send = (client: SanityClient) =>
    client.request({
      method: 'POST',
      url: '/data/mutate/production',
      body: { mutations: list, transactionId },
    })
  return { transactionId, after, send }
}

function action(writer: string, transactionId: string, before: Notes, random: RandomSource): Step {
  const publishedId = `${writer}-${random.below(names)}`
  const draftId = `drafts.${publishedId}`
  const [published, draft] = [before.get(publishedId), before.get(draftId)]
  const after = new Map(before)
  const act = (name: string, fields: object) => ({
    transactionId,
    after,
    send: (client: SanityClient) =>
      client.request({
        method: 'POST',
        url: '/data/actions/production',
        body: { actions: [{ actionType: `sanity.action.document.${name}`, ...fields }], transactionId },
      }),
  })
  if (!published && !draft) {
    const note: Note = { _type: 'note', text: textOf(random), count: 0 }
    after.set(draftId, note)
    return act('create', { publishedId, attributes: { _id: draftId, ...note }, ifExists: 'fail' })
  }
  const possible = ['edit', draft ? 'publish' : 'unpublish', published ? 'delete' : 'discard'] as const
  const chosen = random.pick(possible)
  if (chosen === 'discard') {
    after.delete(draftId)
    return act(chosen, { draftId })
  }
  if (chosen === 'delete') {
    after.delete(draftId)
    after.delete(publishedId)
    return act(chosen, { publishedId, includeDrafts: draft ? [draftId] : [] })
  }
  const current = draft ?? published
  if (!current) throw new Error('There is neither a draft nor a published document')
  if (chosen === 'edit') {
    const count = current.count + 1
    after.set(draftId, { ...current, count })
    return act(chosen, { publishedId, draftId, patch: { set: { count } } })
  }
  const [to, from] = chosen === 'publish' ? [publishedId, draftId] : [draftId, publishedId]
  after.set(to, current)
  after.delete(from)
  return act(chosen, { publishedId, draftId })
}

/** Most are short; some are so long that the lake keeps them apart from the rest of the document. */
function textOf(random: RandomSource): string {
  const words = Array.from({ length: 1 + random.below(20) }, () => random.below(2 ** 32).toString(36))
  return words.join(' ').repeat(random.pick([1, 1, 1, 40]))
}
