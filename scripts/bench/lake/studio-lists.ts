import type { StudioQuery } from './studio-query.ts'

const recaps = { type: 'recap', filter: '_type == "recap"', order: 'publishedAt' }
const published = {
  ...recaps,
  filter: '_type == "recap" && !(_id in $ids) && publishedAt <= now()',
  params: { ids: [] },
}
const evenings = {
  type: 'event',
  filter: '_type == "event"',
  order: 'startsAt',
}
const people = { type: 'author', filter: '_type == $type', params: { type: 'author' }, order: '_updatedAt' }

/** The first screenful of a list is 100 documents; who scrolls on gets up to 2,000 at once. */
const limits = [100, 2000]

/** What the lists of this project's Studio ask for. */
export const studioLists: readonly StudioQuery[] = [
  ...limits.flatMap((limit) => [
    list('All recaps', recaps, limit),
    list('Published', published, limit),
    list('All evenings', evenings, limit),
    list('People', people, limit),
  ]),
  {
    name: 'Which drafts are published',
    perspective: 'raw',
    query: `{
    "drafts": *[_type == "recap" && _id in path("drafts.**")]._id,
    "published": *[_type == "recap" && !(_id in path("drafts.**"))
      && "drafts." + _id in *[_type == "recap" && _id in path("drafts.**")]._id]._id
  }`,
  },
]

type List = { type: string; filter: string; order: string; params?: Record<string, unknown> }

function list(name: string, { type, filter, order, params }: List, limit: number): StudioQuery {
  const by = order === '_updatedAt' ? 'orderings[0]' : 'dateTime(orderings[0])'
  return {
    name: `${name}, ${limit}`,
    perspective: 'drafts',
    params: { ...params, __types: [type], __limit: limit },
    query: `// findability-mvi:4
// findability-source: list
*[_type in $__types && (${filter})] {_type, _id, _originalId, "orderings": [${order}]} | order(${by} desc) [0...$__limit]`,
  }
}

/** What the Studio asks about the rows of a list that can be seen, in one request for up to a hundred. */
export function previewsOf(ids: readonly string[]): StudioQuery[] {
  const among = ids.map((id) => JSON.stringify(id)).join(',')
  return [
    {
      name: `previews of ${ids.length} recaps`,
      perspective: 'drafts',
      query: `[*[_id in [${among}]][0...${ids.length}]{_id,_rev,_type,title,authors,publishedAt,cover,_createdAt,_updatedAt}][0...1]`,
    },
    {
      name: `versions of ${ids.length} recaps`,
      perspective: 'raw',
      query: `[${ids.map((id) => `*[sanity::versionOf(${JSON.stringify(id)})]._id`).join(',')}]`,
    },
  ]
}

/** Asked with every change of a document that is open: does another one have the same address? */
export function slugIsFree(published: string, slug: string): StudioQuery {
  return {
    name: 'is a slug free',
    perspective: 'raw',
    query: `!defined(*[_type == $docType && !sanity::versionOf($published) && slug.current == $slug][0]._id)`,
    params: { docType: 'recap', published, slug },
  }
}
