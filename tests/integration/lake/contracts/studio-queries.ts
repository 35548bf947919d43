import type { IdentifiedSanityDocumentStub } from '@sanity/client'

const inRelease = { _type: 'recap', title: 'Rum in spring' }

export const documents: IdentifiedSanityDocumentStub[] = [
  { _id: 'ada', _type: 'author', name: 'Ada', slug: { _type: 'slug', current: 'ada' } },
  {
    _id: 'gin',
    _type: 'recap',
    title: 'Gin and tonic',
    slug: { _type: 'slug', current: 'gin' },
    publishedAt: '2026-03-01T18:00:00Z',
    rank: 2,
    tags: ['gin', 'tonic'],
    by: [{ _ref: 'ada', _key: 'a' }],
    cover: { _type: 'image', asset: { _ref: 'image-a-1x1-png' } },
    body: [{ _type: 'block', _key: '1', children: [{ _type: 'span', _key: '1', text: 'Risk logs in rum' }] }],
  },
  { _id: 'rum', _type: 'recap', title: 'Rum', publishedAt: '2026-03-08T18:00:00Z', rank: 1 },
  { _id: 'drafts.rum', _type: 'recap', title: 'Rum, again', publishedAt: '2050-03-08T18:00:00Z', rank: 1 },
  { _id: 'versions.spring.rum', ...inRelease, _system: { bundleId: 'spring', group: { _ref: 'rum' } } },
  { _id: '_.releases.spring', _type: 'system.release', name: 'spring', state: 'active' },
  {
    _id: 'image-a-1x1-png',
    _type: 'sanity.imageAsset',
    sha1hash: 'abc',
    mimeType: 'image/png',
    originalFilename: 'a.png',
    size: 5,
  },
  { _id: 'drafts.preview', _type: 'sanity.previewUrlSecret', secret: 's3cret' },
]

type Case = {
  asks: string
  query: string
  params?: Record<string, unknown>
  perspective?: 'raw' | 'drafts' | 'published' | string[]
  answer: unknown
}

/** The form of the query that the search of sanity 6 builds, for two types with a title each. */
function search({ filter = '', sort = '_score' }: { filter?: string; sort?: string }): string {
  const any = '([@, _id] match text::query($__query) || references($__rawQuery))'
  const score = `boost(_type in ["recap"] && title match text::query($__query), 10), boost(_type in ["author"] && name match text::query($__query), 10), boost(_type in ["recap"] && pt::text(body) match text::query($__query), 5), ${any}`
  const isScored = sort === '_score'
  const ranking = isScored ? `| score(${score}) [_score > 0]` : ''
  return `// findability-mvi:5
*[_type in $__types${isScored ? '' : ` && ${any}`}${filter}] ${ranking} {_type, _id, _originalId, "orderings": [${sort}]} | order(orderings[0] desc) [0...$__limit]`
}

const searchFor = (__query: string, __rawQuery = __query) => ({
  __types: ['recap', 'author'],
  __limit: 26,
  __query,
  __rawQuery,
})

export const cases: Case[] = [
  {
    asks: 'global search: best first',
    query: search({}),
    params: searchFor('rum*', 'rum'),
    perspective: 'drafts',
    answer: [
      { _id: 'rum', _originalId: 'drafts.rum' },
      { _id: 'gin', _originalId: 'gin' },
    ],
  },
  {
    asks: 'global search: a phrase, and not a word',
    query: search({}),
    params: searchFor('"risk logs" -spring'),
    perspective: 'drafts',
    answer: [{ _id: 'gin' }],
  },
  {
    asks: 'global search: words that lie apart are no phrase',
    query: search({}),
    params: searchFor('"risk rum"'),
    perspective: 'drafts',
    answer: [],
  },
  {
    asks: 'global search: nothing typed yet finds everything',
    query: search({ sort: '_updatedAt' }),
    params: searchFor('*', ''),
    perspective: 'drafts',
    answer: [{}, {}, {}],
  },
  {
    asks: 'global search: an id finds what refers to it',
    query: search({}),
    params: searchFor('ada*', 'ada'),
    perspective: 'published',
    answer: [{ _id: 'ada' }, { _id: 'gin' }],
  },
  {
    asks: 'search in a list with its own filter',
    query: search({ filter: ' && (publishedAt > now())', sort: 'publishedAt' }),
    params: searchFor('*', ''),
    perspective: 'drafts',
    answer: [{ _id: 'rum', orderings: ['2050-03-08T18:00:00Z'] }],
  },
  {
    asks: 'search: referenced documents first',
    query: '*[(_type == "author" && name match text::query($__query))][0...1000]._id',
    params: { __query: 'ad*' },
    answer: ['ada'],
  },
  {
    asks: 'the older search',
    query: `// findability-mvi:4
*[_type in $__types && (title match $t0 || pt::text(body) match $t0)]{_type, _id, _originalId, "orderings": [_id], ...select(_type == "recap" => { "w0": _id, "w1": title },
_type == "author" => { "w0": name })}| order(orderings[0] asc) [0...$__limit]`,
    params: { __types: ['recap'], t0: 'rum*', __limit: 10 },
    perspective: 'drafts',
    answer: [
      { _id: 'gin', w1: 'Gin and tonic' },
      { _id: 'rum', w1: 'Rum, again' },
    ],
  },
  {
    asks: 'types in a list',
    query: 'array::unique(*[_type in ["recap", "author"]][]._type)',
    answer: ['author', 'recap'],
  },
  {
    asks: 'previews of several documents',
    query:
      '[*[_id in ["gin","ada"]][0...2]{_id,_type,title,"$1":_rev},*[_id in ["rum"]][0...1]{_id,publishedAt}]',
    answer: [[{ _id: 'ada' }, { _id: 'gin', title: 'Gin and tonic' }], [{ _id: 'rum' }]],
  },
  {
    asks: 'versions of several documents',
    query: '[*[sanity::versionOf("rum")]._id,*[sanity::versionOf("gin")]._id,*[sanity::versionOf("no")]._id]',
    answer: [['drafts.rum', 'rum', 'versions.spring.rum'], ['gin'], []],
  },
  {
    asks: 'the type of a document',
    query: '*[sanity::versionOf($publishedId)][0]._type',
    params: { publishedId: 'rum' },
    answer: 'recap',
  },
  {
    asks: 'the newest version',
    query: '*[sanity::versionOf($publishedId)]|order(_updatedAt)[0]{_id, _type}',
    params: { publishedId: 'gin' },
    answer: { _id: 'gin', _type: 'recap' },
  },
  {
    asks: 'documents of a release',
    query:
      '{"release_spring": *[sanity::partOfRelease("spring")]{_updatedAt, "docId": string::split(_id, ".")[2] } | order(_updatedAt desc),}{"_.releases.spring": {"updatedAt": release_spring[0]._updatedAt, "documentIds": release_spring[].docId,},}',
    answer: { '_.releases.spring': { documentIds: ['rum'] } },
  },
  {
    asks: 'releases',
    query: '*[_type=="system.release" && _id in path("_.releases.*")] {_id, name}',
    answer: [{ name: 'spring' }],
  },
  {
    asks: 'a stack of perspectives',
    query: '*[_id == "rum"][0]{_id, title, _originalId}',
    perspective: ['spring', 'drafts'],
    answer: { _id: 'rum', title: 'Rum in spring', _originalId: 'versions.spring.rum' },
  },
  {
    asks: 'what refers to a document',
    query:
      '{"references":*[references($documentId) && _system.group._ref != $documentId][0...100]{_id,_type},"totalCount":count(*[references($documentId) && _system.group._ref != $documentId])}',
    params: { documentId: 'ada' },
    answer: { references: [{ _id: 'gin' }], totalCount: 1 },
  },
  {
    asks: 'what is still there before it restores',
    query: '{"ada": defined(*[_id=="ada"]._id),"gone": defined(*[_id=="gone"]._id)}',
    // An empty list is defined too: that is how GROQ has it.
    answer: { ada: true, gone: true },
  },
  {
    asks: 'whether an address is taken',
    query:
      '!defined(*[!(sanity::versionOf($published)) && _type == "recap" && slug.current == $slug][0]._id)',
    params: { published: 'rum', slug: 'gin' },
    answer: false,
  },
  {
    asks: 'a picture that is there already',
    query: '*[_type == $documentType && sha1hash == $hash][0]',
    params: { documentType: 'sanity.imageAsset', hash: 'abc' },
    answer: { _id: 'image-a-1x1-png' },
  },
  {
    asks: 'pictures to choose from',
    query: `*[_type == "sanity.imageAsset" && mimeType in ["image/png"]] | order(_updatedAt desc) [0...100] {
      _id, _updatedAt, _createdAt, url, originalFilename, mimeType, extension, size, metadata {dimensions}
    }`,
    answer: [{ originalFilename: 'a.png', metadata: null }],
  },
  {
    asks: 'secrets of previews',
    query: `{
      "private": *[_type == "sanity.previewUrlSecret" && secret == $secret && dateTime(_updatedAt) > dateTime(now()) - 3600][0]{_id},
      "public": *[_id == "x.share-access" && _type == "y" && secret == $secret][0]{secret}
    }`,
    params: { secret: 's3cret' },
    answer: { private: { _id: 'drafts.preview' }, public: null },
  },
  { asks: 'groups of users', query: '*[_type == "system.group"]{members, grants}', answer: [] },
]

/** A filter of the search's own fields, and the recaps that fit it. */
export const filters: [filter: string, ids: string[]][] = [
  ['count(tags) > 1', ['gin']],
  ['"tonic" in tags', ['gin']],
  ['!("tonic" in tags)', []],
  ['"ada" in by[]._ref', ['gin']],
  ['cover.asset._ref == "image-a-1x1-png"', ['gin']],
  ['dateTime(publishedAt) > dateTime("2026-03-02T00:00:00.000Z")', ['rum']],
  ['publishedAt >= "2026-03-01" && publishedAt <= "2026-03-02"', ['gin']],
  ['defined(tags)', ['gin']],
  ['!defined(tags)', ['rum']],
  ['rank > 0 && rank < 2', ['rum']],
  ['pt::text(body) match "logs"', ['gin']],
  ['pt::text(body) == "Risk logs in rum"', ['gin']],
  ['references("ada")', ['gin']],
  ['slug.current match "gi*"', ['gin']],
  ['title match "*oni*"', ['gin']],
  ['title != "Rum"', ['gin']],
]
