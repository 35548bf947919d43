import type { IdentifiedSanityDocumentStub } from '@sanity/client'

const day = '2026-03-01T18:00:00Z'

export const documents: IdentifiedSanityDocumentStub[] = [
  { _id: 'ada', _type: 'author', name: 'Ada', born: 1990, friends: [{ _ref: 'bea', _key: 'b' }] },
  { _id: 'bea', _type: 'author', name: 'Béatrice', born: 1985 },
  {
    _id: 'gin',
    _type: 'recap',
    title: 'Gin and tonic, twice',
    at: day,
    rank: 2,
    open: true,
    tags: ['gin', 'tonic', 'gin'],
    by: [
      { _ref: 'ada', _key: 'a' },
      { _ref: 'bea', _key: 'b' },
    ],
    body: [
      { _type: 'block', _key: '1', children: [{ _type: 'span', _key: '1', text: 'Gin ' }] },
      { _type: 'block', _key: '2', children: [{ _type: 'span', _key: '1', text: 'and more' }] },
    ],
  },
  {
    _id: 'rum',
    _type: 'recap',
    title: 'Rum',
    at: '2026-03-08T18:00:00Z',
    rank: 1,
    by: [{ _ref: 'ada', _key: 'a' }],
  },
  {
    _id: 'tea',
    _type: 'recap',
    title: 'No gin tonight',
    rank: null,
    by: [{ _ref: 'gone', _weak: true, _key: 'g' }],
  },
  { _id: 'a.b', _type: 'note', seat: 12 },
  { _id: 'a.b.c', _type: 'note', seat: 'twelve' },
  { _id: 'drafts.rum', _type: 'recap', title: 'Rum, again', rank: 9 },
  { _id: 'versions.spring.rum', _type: 'recap', title: 'Rum in spring', rank: 8 },
  { _id: '_.releases.spring', _type: 'system.release', name: 'spring' },
]

/** Query, its value over the documents above as they are stored, and parameters. */
export type Case = [query: string, value: unknown, params?: Record<string, unknown>]

export const cases: Record<string, Case[]> = {
  'values and operators': [
    ['[1 + 2, 7 / 2, 7 % 4, 2 ** 3, -2, +3, 1 / 0]', [3, 3.5, 3, 8, -2, 3, null]],
    ['["a" + "b", [1] + [2], {"a": 1} + {"b": 2}, 1 + "a"]', ['ab', [1, 2], { a: 1, b: 2 }, null]],
    ['[1 == 1.0, "a" < "b", 1 < "a", null == null, true != false]', [true, true, null, true, true]],
    ['[true && null, false && null, true || null, !null, !(1 == 2)]', [null, false, true, null, true]],
    ['[2 in [1, 2], 2 in 1..3, 3 in 1...3, "a" in null]', [true, true, false, null]],
    ['2 + 3 * 4 ** 2 - -1', 51],
    ['9007199254740993 - 1e300', -1e300],
  ],
  'filters and order': [
    ['*[_type == "recap" && !(_id in path("drafts.**"))]._id', ['gin', 'rum', 'tea', 'versions.spring.rum']],
    ['*[_id in path("a.*")]._id', ['a.b']],
    ['*[_id in path("a.**")]._id', ['a.b', 'a.b.c']],
    ['*[path(_id) in path("a." + "*")]._id', ['a.b']],
    ['*[_type == "recap" && rank > 1]._id', ['drafts.rum', 'gin', 'versions.spring.rum']],
    ['*[_type == "note" && seat > 1]._id', ['a.b']],
    [
      '*[_type == "recap"] | order(rank desc, _id)._id',
      ['tea', 'drafts.rum', 'versions.spring.rum', 'gin', 'rum'],
    ],
    ['*[_type == "note"] | order(seat)._id', ['a.b', 'a.b.c']],
    ['*[_type == "author"] | order(lower(name) desc){name}', [{ name: 'Béatrice' }, { name: 'Ada' }]],
    ['*[_type in $types]{_id}', [{ _id: 'ada' }, { _id: 'bea' }], { types: ['author'] }],
    ['*[_type == "nothing"]', []],
    ['*[_id == "nothing"][0]', null],
  ],
  slices: [
    ['*[_type == "author"][0]._id', 'ada'],
    ['*[_type == "author"][-1]._id', 'bea'],
    ['*[_type == "recap"][1..2]._id', ['gin', 'rum']],
    ['*[_type == "recap"][1...2]._id', ['gin']],
    ['*[_type == "recap"][$from...$to]._id', ['drafts.rum', 'gin'], { from: 0, to: 2 }],
    ['*[_id == "gin"][0].tags[-2..-1]', ['tonic', 'gin']],
    ['*[_id == "gin"][0].by[_key == "b"][0]._ref', 'bea'],
    ['*[_type == "author"][9]', null],
  ],
  projections: [
    [
      '*[_id == "rum"]{title, "when": at, missing}',
      [{ title: 'Rum', when: '2026-03-08T18:00:00Z', missing: null }],
    ],
    [
      '*[_id == "gin"][0]{...{"a": 1}, "tags": tags[0..0], by[]{_ref}}',
      { a: 1, tags: ['gin'], by: [{ _ref: 'ada' }, { _ref: 'bea' }] },
    ],
    ['*[_id == "gin"][0]{open => {"state": "open"}, !open => {"state": "shut"}}', { state: 'open' }],
    [
      '*[_type == "recap" && defined(rank)]{"s": select(rank > 5 => "high", rank > 1 => "mid", "low")}.s',
      ['high', 'mid', 'low', 'high'],
    ],
    ['*[_type == "author"].name', ['Ada', 'Béatrice']],
    ['*[_id == "gin"][0].body[].children[].text', ['Gin ', 'and more']],
    ['*[_id == "gin"]{"o": {"t": title}}.o.t', ['Gin and tonic, twice']],
  ],
  references: [
    ['*[_id == "gin"][0].by[]->name', ['Ada', 'Béatrice']],
    [
      '*[_id == "gin"][0]{"first": by[0]->{name, "friends": friends[]->name}}',
      { first: { name: 'Ada', friends: ['Béatrice'] } },
    ],
    ['*[_id == "tea"][0].by[0]->name', null],
    ['*[references("ada")]._id', ['gin', 'rum']],
    [
      '*[_type == "author"]{_id, "n": count(*[references(^._id)])}',
      [
        { _id: 'ada', n: 2 },
        { _id: 'bea', n: 2 },
      ],
    ],
    [
      '*[_type == "author"]{_id, "n": documents::incomingRefCount()}',
      [
        { _id: 'ada', n: 2 },
        { _id: 'bea', n: 2 },
      ],
    ],
    ['*[_id in *[_type == "recap"].by[]._ref]._id', ['ada', 'bea']],
    ['*[_id == "rum"]{"x": *[_type == "author" && _id == ^.by[0]._ref][0].name}.x', ['Ada']],
    ['documents::get(*[_id == "rum"][0].by[0]).name', 'Ada'],
  ],
  'match and score': [
    ['*[title match "gin"]._id', ['gin', 'tea']],
    ['*[title match ["ton*", "GIN"]]._id', ['gin', 'tea']],
    ['*[title match "and twice"]._id', ['gin']],
    ['*[pt::text(body) match "more"]._id', ['gin']],
    ['"one-two, three" match "two"', true],
    [
      '*[_type == "recap"] | score(title match "rum", boost(rank == 1, 5)) | order(_score desc, _id)[0...2]._id',
      ['rum', 'drafts.rum'],
    ],
    [
      '*[_type == "author"] | score(name == "Bob"){_id, _score}',
      [
        { _id: 'ada', _score: 0 },
        { _id: 'bea', _score: 0 },
      ],
    ],
    ['*[title match text::query("gin -tonic")]._id', ['tea']],
    ['*[title match text::query("\'x\' \\"and tonic\\"")]._id', []],
    ['*[@ match text::query("\\"and tonic\\"")]._id', ['gin']],
  ],
  functions: [
    [
      '[count(*[_type == "author"]), length("añ"), length([1, 2]), round(2.55, 1), round(-1.5)]',
      [2, 2, 2, 2.5, -2],
    ],
    [
      '[coalesce(null, 1), defined(null), lower("ÀB"), upper("é"), string(1.5)]',
      [1, false, 'àb', 'É', '1.5'],
    ],
    ['[string::split("a, b", ", "), string::startsWith("gin", "g")]', [['a', 'b'], true]],
    [
      '[array::unique(*[_id == "gin"][0].tags), array::compact([1, null]), array::join([1, "a"], "-")]',
      [['gin', 'tonic'], [1], '1-a'],
    ],
    ['array::intersects([1, 2], [2, 3])', true],
    [
      '[math::sum([1, 2]), math::avg([1, 2]), math::min([2, 1]), math::max([]), math::sum([1, "a"])]',
      [3, 1.5, 1, null, null],
    ],
    ['pt::text(*[_id == "gin"][0].body)', 'Gin \n\nand more'],
    ['*[sanity::versionOf("rum")]._id', ['drafts.rum', 'rum', 'versions.spring.rum']],
    ['*[sanity::partOfRelease("spring")]._id', ['versions.spring.rum']],
    ['releases::all()[].name', ['spring']],
    ['[sanity::projectId(), sanity::dataset()]', ['local', 'production']],
    ['fn my::name($who) = $who->{name}; my::name(*[_id == "rum"][0].by[0])', { name: 'Ada' }],
    ['diff::changedAny({"a": 1, "b": 1}, {"a": 2, "b": 1}, (b))', false],
    ['*[_id == "rum"]{"changed": diff::changedAny(@, {"title": "Gin"}, (title))}', [{ changed: true }]],
  ],
  dates: [
    ['dateTime("2026-03-01T18:00:00Z") + 3600', '2026-03-01T19:00:00Z'],
    ['dateTime("2026-03-08T18:00:00Z") - dateTime("2026-03-01T18:00:00+01:00")', 608400],
    ['*[dateTime(at) > dateTime("2026-03-02T00:00:00Z")]._id', ['rum']],
    ['dateTime("yesterday")', null],
    ['{"at": dateTime($at), "path": path("a.**")}', { at: day, path: 'a.**' }, { at: day }],
  ],
  parameters: [
    ['$value', { type: 'Everything' }, { value: { type: 'Everything' } }],
    ['*[_id == $doc.id][0].name', 'Ada', { doc: { id: 'ada' } }],
    ['[$a, $b, $c]', [null, false, 'é "quoted" \\ $a'], { a: null, b: false, c: 'é "quoted" \\ $a' }],
  ],
}
