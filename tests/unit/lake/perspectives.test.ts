import { describe, expect, test } from 'vitest'
import type { StoredDocument, Visibility } from '../../../scripts/lake/document.ts'
import { parsePerspective } from '../../../scripts/lake/perspectives.ts'
import { DocumentSet } from '../../../scripts/lake/query/document-set.ts'

const raw = { kind: 'raw' }
const stack = (...layers: string[]) => ({ kind: 'stack', layers })

describe('the perspective of a request', () => {
  const cases: [names: string[], version: string, expected: object][] = [
    [[], '1', raw],
    [[], '2021-03-25', raw],
    [[], '2025-02-18', raw],
    [[], '2025-02-19', stack('published')],
    [[], 'X', stack('published')],
    [['published'], '1', stack('published')],
    [['raw'], '2026-01-01', raw],
    [['drafts'], '1', stack('drafts', 'published')],
    [['previewDrafts'], '1', stack('drafts', 'published')],
    [['rSummer,drafts'], '1', stack('rSummer', 'drafts', 'published')],
    [['rSummer', 'drafts'], '1', stack('rSummer', 'drafts', 'published')],
    [[''], '1', raw],
    [['published,drafts'], '1', stack('drafts', 'published')],
  ]
  test.each(cases)('%j in version %s', (names, version, expected) => {
    expect(parsePerspective(names, version)).toEqual(expected)
  })

  test.each([[['raw,drafts']], [['raw', 'drafts']], [['raw', 'raw']], [['a b']], [['*']]])(
    '%j is refused',
    (names) => {
      expect(() => parsePerspective(names, '1')).toThrow(/perspective/)
    },
  )
})

describe('what a perspective shows', () => {
  const documents = [
    document('both'),
    document('drafts.both'),
    document('drafts.new'),
    document('versions.rSummer.both'),
    { ...document('versions.rSummer.leaving'), _system: { delete: true } },
    document('leaving'),
    document('secret.note'),
  ]
  const cases: [names: string, visibility: Visibility, ids: string[]][] = [
    ['published', 'everything', ['both', 'leaving', 'secret.note']],
    ['published', 'public', ['both', 'leaving']],
    [
      'drafts',
      'everything',
      ['both<drafts.both', 'leaving<leaving', 'new<drafts.new', 'secret.note<secret.note'],
    ],
    ['drafts', 'public', ['both<both', 'leaving<leaving']],
    ['rSummer', 'everything', ['both<versions.rSummer.both', 'secret.note<secret.note']],
    ['raw', 'everything', documents.map(({ _id }) => _id).sort()],
    ['raw', 'unversioned', ['both', 'drafts.both', 'drafts.new', 'leaving', 'secret.note']],
    ['rSummer', 'unversioned', ['both<both', 'leaving<leaving', 'secret.note<secret.note']],
    ['raw', 'public', ['both', 'leaving']],
    ['raw', 'nothing', []],
    ['drafts', 'nothing', []],
  ]
  test.each(cases)('%s, where %s can be seen', (names, visibility, ids) => {
    const set = new DocumentSet('production', documents, { referrers: () => [] })
    const shown = set.seenFrom(parsePerspective([names], '1'), visibility).all()
    expect(shown.map(({ _id, _originalId }) => (_originalId ? `${_id}<${_originalId}` : _id))).toEqual(ids)
  })

  test('a view that exists already follows every change', () => {
    const documents = [document('a'), document('drafts.a'), document('b')]
    const set = new DocumentSet('production', documents, { referrers: () => [] })
    const seen = () =>
      set
        .seenFrom(parsePerspective(['drafts'], '1'), 'everything')
        .all()
        .map((one) => `${one._id} ${one._rev}`)
    expect(seen()).toEqual(['a drafts.a', 'b b'])
    set.apply([['drafts.a', undefined]])
    expect(seen()).toEqual(['a a', 'b b'])
    set.apply([['drafts.b', document('drafts.b')]])
    expect(seen()).toEqual(['a a', 'b drafts.b'])
    set.apply([['a', undefined]])
    expect(seen()).toEqual(['b drafts.b'])
  })
})

/** A document whose revision is its own id, so that a test sees which version it got. */
function document(_id: string): StoredDocument {
  return {
    _id,
    _type: 'note',
    _rev: _id,
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
  }
}
