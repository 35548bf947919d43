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
} from './documents.ts'
import type { RandomSource } from './random.ts'

/** One thing that happens to a community's content. `stored` undefined: the document is deleted or unpublished. */
export type Edit = { id: string; stored: Stored | undefined }

type Stored = ReturnType<typeof storedRecap>

const firstDay = Date.UTC(2024, 10, 1)
const day = 24 * 3600 * 1000

/** A community's content that is edited at random, always valid; the same for the same random source. */
export type RandomSite = {
  documents(): Stored[]
  /** The next edit, which has been made to `documents` already. */
  edit(): Edit
}

export function randomSite(random: RandomSource, recaps = 30): RandomSite {
  const all = new Map<string, Stored>()
  let count = 0
  let changes = 0
  const ids = (type: string) => [...all.values()].filter(({ _type }) => _type === type).map(({ _id }) => _id)
  const some = (type: string, most: number) =>
    [...new Set(Array.from({ length: random.below(most + 1) }, () => random.pick(ids(type))))].map(keyedRef)
  const moment = () => new Date(firstDay + random.below(800 * 24) * (day / 24)).toISOString()
  const words = () => `${random.pick(['Risk', 'Change', 'Beer', 'Budget', 'Scope'])} ${random.below(1000)}`
  const put = (document: Stored): Edit => {
    const stored = { ...document, _rev: `rev-${++changes}` }
    all.set(stored._id, stored)
    return { id: stored._id, stored }
  }
  const picture = () => ({ _type: 'image', asset: ref(random.pick(ids('sanity.imageAsset'))), alt: words() })

  const body = () => {
    const others = [
      ...ids('recap'),
      ...ids('author'),
      ...ids('topic'),
      ...ids('event'),
      ...ids('venue'),
      'nobody',
    ]
    const typed = [
      '/recaps/',
      '/recaps/2025/',
      '/recaps/page/1/',
      `/recaps/recap-${random.below(count + 3)}/`,
      '/gone/',
      '/events/',
      `/events/event-${random.below(5)}/`,
      '/venues/pub/',
      `/old/${random.below(6)}/`,
    ]
    const link = { _type: 'link', _key: 'typed', href: random.pick(typed) }
    const reference = {
      _type: 'internalLink',
      _key: 'other',
      reference: { ...ref(random.pick(others)), _weak: true },
    }
    return [
      paragraph(words(), { style: 'h2' }),
      paragraph(words()),
      paragraph('', {
        markDefs: [link, reference],
        children: [
          { _type: 'span', text: 'typed', marks: ['typed'] },
          { _type: 'span', text: 'other', marks: ['other'] },
        ],
      }),
      ...(random() < 0.3 ? [picture()] : []),
    ]
  }
  /** Old addresses of nobody, of others, and what is none; two documents often name the same. */
  const oldPaths = () =>
    Array.from({ length: random.below(3) }, () =>
      random.pick([
        `/old/${random.below(6)}/`,
        `/old/${random.below(6)}`,
        `/2019/post-${random.below(4)}.html`,
        `/recaps/recap-${random.below(count + 3)}/`,
        `/recaps/renamed-${random.below(changes + 1)}/`,
        `/events/event-${random.below(5)}/`,
        '/authors/ada/',
        '/authors/ada/page/1/',
        '/recaps/2025/',
        '/old.php',
        'javascript:alert(1)',
      ]),
    )
  const recap = (id: string) =>
    storedRecap(id, {
      title: words(),
      publishedAt: moment(),
      authors: [keyedRef(random.pick(ids('author'))), ...some('author', 1)],
      topics: some('topic', 3),
      ...(random() < 0.7 ? { event: ref(random.pick(ids('event'))) } : {}),
      ...(random() < 0.5 ? { cover: picture() } : {}),
      body: body(),
    })
  const event = (id: string) =>
    storedEvent(id, {
      title: words(),
      startsAt: moment(),
      endsAt: undefined,
      ...(random() < 0.9 ? { venue: ref(random.pick(ids('venue'))) } : {}),
      status: random.pick(['scheduled', 'scheduled', 'moved', 'cancelled']),
    })

  for (let n = 0; n < 5; n++) put(storedAsset(`picture${n}`, 1000 + n, 700))
  for (const id of ['ada', 'bea', 'cy']) put(storedAuthor(id, { portrait: picture() }))
  for (const id of ['beer', 'tools', 'risk']) put(storedTopic(id))
  for (const id of ['pub', 'bar']) put(storedVenue(id))
  for (let n = 0; n < 4; n++) put(event(`event-${n}`))
  for (; count < recaps; count++) put(recap(`recap-${count}`))

  const change = (type: string, fields: () => object): Edit | undefined => {
    const document = all.get(random.pick(ids(type)))
    return document && put({ ...document, ...fields() })
  }
  const remove = (id: string): Edit => {
    all.delete(id)
    return { id, stored: undefined }
  }
  const settings = () =>
    put(
      storedSettings({
        title: words(),
        tagline: words(),
        language: random.pick(['en-GB', 'en-US', 'de', undefined]),
        dateStyle: random.pick(['full', 'long', 'medium', 'short', undefined]),
        topics: some('topic', 3),
        ...(random() < 0.5
          ? { menu: [{ label: 'Old', path: random.pick(['/recaps/', '/recaps/recap-1/', '/gone/']) }] }
          : {}),
      }),
    )
  const newAuthor = () => put(storedAuthor(`author-${changes}`, { name: words() }))
  const newTopic = () => put(storedTopic(`topic-${changes}`, { title: words() }))

  /** How likely each kind of edit is against the others. */
  const edits: [number, () => Edit | undefined][] = [
    [20, () => change('recap', () => ({ body: body() }))],
    [10, () => change('recap', () => ({ title: words(), standfirst: words() }))],
    [8, () => put(recap(`recap-${count++}`))],
    [6, () => (ids('recap').length > 5 ? remove(random.pick(ids('recap'))) : undefined)],
    [5, () => change('recap', () => ({ slug: { _type: 'slug', current: `renamed-${changes}` } }))],
    [5, () => change('recap', () => ({ publishedAt: moment() }))],
    [4, () => change('recap', () => ({ authors: [keyedRef(random.pick(ids('author')))] }))],
    [4, () => change('recap', () => ({ topics: some('topic', 3) }))],
    [
      3,
      () => change('recap', () => ({ event: random() < 0.5 ? undefined : ref(random.pick(ids('event'))) })),
    ],
    [3, () => change('author', () => ({ name: words(), bio: [paragraph(words())] }))],
    [2, () => change('author', () => ({ slug: { _type: 'slug', current: `person-${changes}` } }))],
    [
      2,
      () => change('topic', () => ({ title: words(), slug: { _type: 'slug', current: `topic-${changes}` } })),
    ],
    [2, () => change('venue', () => ({ name: words() }))],
    [1, () => change('venue', () => ({ slug: { _type: 'slug', current: `place-${changes}` } }))],
    [
      4,
      () =>
        change(random.pick(['recap', 'recap', 'author', 'event', 'topic']), () => ({
          previousPaths: oldPaths(),
        })),
    ],
    [
      3,
      () => change('event', () => ({ venue: random() < 0.8 ? ref(random.pick(ids('venue'))) : undefined })),
    ],
    [1, () => change('event', () => ({ slug: { _type: 'slug', current: `evening-${changes}` } }))],
    [2, () => put(event(`event-${ids('event').length}`))],
    [
      1,
      () => {
        const unused = ids('event').find(
          (id) => !JSON.stringify([...all.values()]).includes(`"_ref":"${id}"`),
        )
        return unused === undefined ? undefined : remove(unused)
      },
    ],
    [
      3,
      () =>
        change('event', () => ({
          startsAt: moment(),
          title: words(),
          status: random.pick(['scheduled', 'cancelled']),
        })),
    ],
    [2, settings],
    [2, newAuthor],
    [2, newTopic],
    [
      2,
      () => {
        const unused = ids('topic').find(
          (id) => !JSON.stringify([...all.values()]).includes(`"_ref":"${id}"`),
        )
        return unused === undefined ? undefined : remove(unused)
      },
    ],
  ]
  const total = edits.reduce((sum, [weight]) => sum + weight, 0)
  const chosen = (ticket: number): (() => Edit | undefined) => {
    let sum = 0
    for (const [weight, edit] of edits) {
      sum += weight
      if (ticket < sum) return edit
    }
    return () => undefined
  }

  return {
    documents: () => [...all.values()],
    edit() {
      for (;;) {
        const edit = chosen(random.below(total))()
        if (edit) return edit
      }
    },
  }
}
