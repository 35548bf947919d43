import { describe, expect, it } from 'vitest'
import { paragraph, storedAuthor, storedEvent, storedRecap, storedTopic } from '../../support/documents.ts'
import { documentsOf, siteOf, testMoment } from '../../support/sites.ts'
import { viewAt } from '../../support/views.ts'

/** A recap with some old addresses. */
const moved = (id: string, previousPaths: string[], fields: object = {}) =>
  storedRecap(id, { previousPaths, ...fields })

const rulesOf = (...documents: object[]) =>
  viewAt('redirects', '/_redirects', documents).rules.map(({ from, to }) => `${from} → ${to}`)

const noticesOf = (...documents: object[]) => {
  const notices: string[] = []
  const notice = (text: string) => notices.push(text)
  siteOf(documentsOf(...documents)).view('/_redirects', { read: () => undefined, notice })
  return notices
}

describe('an old address', () => {
  it.each<[string, string]>([
    ['/recaps/old/', '/recaps/old/'],
    ['/recaps/old', '/recaps/old/'],
    [' /2019/05/a-post/ ', '/2019/05/a-post/'],
    ['/2019/05/post.html', '/2019/05/post.html'],
    ['/caf%C3%A9/', '/café/'],
    ['/index.php/2019/', '/index.php/2019/'],
  ])('%s leads to where its document is now', (written, from) => {
    expect(rulesOf(moved('r', [written]))).toEqual([`${from} → /recaps/r/`])
    expect(noticesOf(moved('r', [written]))).toEqual([])
  })

  it.each([
    'javascript:alert(1)',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/old/ https://elsewhere.example/ 200',
    '/a/../b/',
    '/a//b/',
    '/*',
    '/:year/',
    '/?p=12',
    '/old#place',
    '/old\n/* /recaps/r/ 200',
    '/.git/',
    '/_astro/x/',
    '/pagefind/',
    '/%E0%A4%A',
    '/',
    '',
    `/${'long/'.repeat(300)}`,
  ])('%j is none: it is named and left out', (written) => {
    expect(rulesOf(moved('r', [written]))).toEqual([])
    expect(noticesOf(moved('r', [written]))).toEqual([
      `The recap “Title of r” says that it once stood at ${JSON.stringify(written)}, which is no address of a page: nothing leads on from there.`,
    ])
  })
})

describe('old addresses that are in each other’s way', () => {
  const early = { _createdAt: '2025-01-01T00:00:00Z' }
  const late = { _createdAt: '2025-06-01T00:00:00Z' }

  it.each<[string, object[], string[], string[]]>([
    [
      'a page is never hidden',
      [moved('a', ['/recaps/b/']), storedRecap('b')],
      [],
      ['The recap “Title of a” once stood at /recaps/b/, but another page stands there now: it stays.'],
    ],
    [
      'a list is a page, too',
      [moved('a', ['/recaps/', '/recaps/2026/', '/authors/'])],
      [],
      ['/authors/', '/recaps/', '/recaps/2026/'].map(
        (path) =>
          `The recap “Title of a” once stood at ${path}, but another page stands there now: it stays.`,
      ),
    ],
    ['a document’s own address leads nowhere else', [moved('a', ['/recaps/a/'])], [], []],
    [
      'a loop: each stands where the other was',
      [moved('a', ['/recaps/b/']), moved('b', ['/recaps/a/'])],
      [],
      [
        'The recap “Title of b” once stood at /recaps/a/, but another page stands there now: it stays.',
        'The recap “Title of a” once stood at /recaps/b/, but another page stands there now: it stays.',
      ],
    ],
    [
      'a chain is one step: all old addresses lead to where the document is now',
      [moved('c', ['/recaps/a/', '/recaps/b/'])],
      ['/recaps/a/ → /recaps/c/', '/recaps/b/ → /recaps/c/'],
      [],
    ],
    [
      'of two the one that was created last',
      [moved('a', ['/recaps/x/'], early), moved('b', ['/recaps/x/'], late)],
      ['/recaps/x/ → /recaps/b/'],
      [
        'The recap “Title of b” and the recap “Title of a” all say that they once stood at /recaps/x/. It leads to the recap “Title of b”, which was created last.',
      ],
    ],
    [
      'of two that were created at once the one whose id comes first',
      [moved('b', ['/recaps/x/']), moved('a', ['/recaps/x/'])],
      ['/recaps/x/ → /recaps/a/'],
      [
        'The recap “Title of a” and the recap “Title of b” all say that they once stood at /recaps/x/. It leads to the recap “Title of a”, which was created last.',
      ],
    ],
    [
      'one that is not public yet claims nothing',
      [
        moved('a', ['/recaps/x/'], early),
        moved('b', ['/recaps/x/'], { ...late, publishedAt: '2099-01-01T00:00:00Z' }),
      ],
      ['/recaps/x/ → /recaps/a/'],
      [],
    ],
    [
      'every type that has pages',
      [
        storedAuthor('ada', { previousPaths: ['/people/ada/'] }),
        storedTopic('beer', { previousPaths: ['/tag/beer'] }),
        storedEvent('quiz', { previousPaths: ['/evenings/quiz.html'] }),
      ],
      ['/evenings/quiz.html → /events/quiz/', '/people/ada/ → /authors/ada/', '/tag/beer/ → /topics/beer/'],
      [],
    ],
  ])('%s', (_, documents, rules, notices) => {
    for (const order of [documents, documents.toReversed()]) {
      expect(rulesOf(...order)).toEqual(rules)
      expect(noticesOf(...order)).toEqual(notices)
    }
  })
})

describe('the small page at an old address', () => {
  const site = (...documents: object[]) => siteOf(documentsOf(...documents))

  it('leads on, with the address that search engines should keep', () => {
    expect(
      viewAt('moved', '/caf%C3%A9/'.replace('%C3%A9', 'é'), [moved('straße', ['/café/'])]),
    ).toMatchObject({
      to: '/recaps/stra%C3%9Fe/',
      canonical: 'https://blog.example/recaps/stra%C3%9Fe/',
    })
  })

  it.each([
    ['/2019/post.html', true],
    ['/2019/post/', true],
    // A file of that name would not be taken for HTML, or would be a folder.
    ['/2019/post.php', false],
    ['/index.php/post/', false],
  ])('%s has one: %s', (path, hasOne) => {
    const withOld = site(moved('r', [path]))
    expect(withOld.hasAddress(path)).toBe(hasOne)
    expect([...withOld.addresses()].includes(path)).toBe(hasOne)
  })

  it('gives way to a page that comes, and comes back when that goes', () => {
    const documents = documentsOf(moved('a', ['/recaps/b/']))
    const live = siteOf(documents)
    expect(live.view('/recaps/b/')?.kind).toBe('moved')
    documents.put(storedRecap('b'))
    expect(live.change(['b'], testMoment).added).not.toContain('/recaps/b/')
    expect(live.view('/recaps/b/')?.kind).toBe('recap')
    documents.remove('b')
    expect(live.change(['b'], testMoment).removed).not.toContain('/recaps/b/')
    expect(live.view('/recaps/b/')?.kind).toBe('moved')
  })

  it('is where a typed link to the old address does not have to go', () => {
    const link = { _type: 'link', _key: 'l', href: '/recaps/old#place' }
    const text = paragraph('', { markDefs: [link], children: [{ _type: 'span', text: 'x', marks: ['l'] }] })
    const { body } = viewAt('recap', '/recaps/r/', [
      moved('new', ['/recaps/old/']),
      storedRecap('r', { body: [text] }),
    ])
    expect(body).toMatchObject([{ markDefs: [{ href: '/recaps/new/' }] }])
  })
})
