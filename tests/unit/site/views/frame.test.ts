import { describe, expect, it } from 'vitest'
import type { PageView } from '../../../../src/site/views/view.ts'
import {
  keyedRef,
  paragraph,
  ref,
  storedAsset,
  storedAuthor,
  storedRecap,
  storedSettings,
  storedTopic,
} from '../../../support/documents.ts'
import { viewAt } from '../../../support/views.ts'

/** Pages with the site around them. */
type FramedKind = Exclude<PageView, { kind: 'moved' }>['kind']

const picture = (name: string) => ({ asset: ref(`image-${name}-2400x1600-jpg`), alt: `A ${name}` })
const photographs = ['cover', 'shared', 'logo', 'face', 'usual'].map((name) => storedAsset(name, 2400, 1600))
const hotels = { title: 'Hotels', description: 'Rooms by the hour.' }

/** A small site, its one recap and its settings as a test wants them. */
const siteWith = ({ recap = {}, settings = {} } = {}) => [
  storedSettings(settings),
  storedAuthor('ada', { portrait: picture('face') }),
  storedTopic('hotels', hotels),
  storedRecap('r', { topics: [keyedRef('hotels')], cover: picture('cover'), ...recap }),
  ...photographs,
]

const frameOf = (kind: FramedKind, path: string, documents = siteWith()) =>
  viewAt(kind, path, documents).frame
const recapFrame = (recap: object) => frameOf('recap', '/recaps/r/', siteWith({ recap }))

describe('what search engines and other sites are told', () => {
  it.each<[FramedKind, string, string, string]>([
    ['home', '/', 'The Example: Evenings, written up', 'Evenings, written up'],
    ['archive', '/recaps/', 'Recaps · The Example', 'What was said, evening by evening.'],
    ['recap', '/recaps/r/', 'Title of r · The Example', 'What r was about.'],
    ['author', '/authors/ada/', 'Name of ada · The Example', 'Life of ada.'],
    ['topic', '/topics/hotels/', 'Hotels · The Example', 'Rooms by the hour.'],
    ['search', '/search/', 'Search · The Example', 'Find an evening by what was said.'],
    ['notFound', '/404.html', 'Not here · The Example', 'Evenings, written up'],
  ])('%s: title, description and address', (kind, path, title, description) => {
    const canonical = kind === 'notFound' ? undefined : `https://blog.example${path}`
    expect(frameOf(kind, path)).toMatchObject({ title, description, canonical })
  })

  it.each([
    ['nothing', undefined, 'Title of r · The Example', 'What r was about.'],
    ['empty words', { title: '', description: '' }, 'Title of r · The Example', 'What r was about.'],
    ['words of its own', { title: 'Own', description: 'Said so.' }, 'Own · The Example', 'Said so.'],
  ])('a recap that gives %s for search engines', (_, seo, title, description) => {
    expect(recapFrame({ seo })).toMatchObject({ title, description })
  })

  it('a recap’s own words for search engines leave the page’s heading as it is', () => {
    const seo = { title: 'Own', description: 'Said so.' }
    const view = viewAt('recap', '/recaps/r/', siteWith({ recap: { seo } }))
    expect(view).toMatchObject({ title: 'Title of r', standfirst: 'What r was about.' })
  })

  it('the first paragraph of a bio describes its author', () => {
    const bio = [paragraph('Counts things.'), paragraph('Lives in Ghent.')]
    const documents = [storedSettings(), storedAuthor('bea', { bio })]
    expect(frameOf('author', '/authors/bea/', documents).description).toBe('Counts things.')
  })

  it('an author without a bio is described as the site is', () => {
    const documents = [storedSettings({ description: 'A blog.' }), storedAuthor('bea', { bio: [] })]
    expect(frameOf('author', '/authors/bea/', documents).description).toBe('A blog.')
  })

  it.each([
    [undefined, false],
    [{ title: 'Own' }, false],
    [{ noIndex: false }, false],
    [{ noIndex: true }, true],
  ])('a recap with %j is kept from search engines: %s', (seo, noIndex) => {
    expect(recapFrame({ seo }).noIndex).toBe(noIndex)
  })

  it('the page of unknown addresses is kept from search engines, the others are not', () => {
    expect(frameOf('notFound', '/404.html').noIndex).toBe(true)
    for (const [kind, path] of [['home', '/'] as const, ['search', '/search/'] as const])
      expect(frameOf(kind, path).noIndex).toBe(false)
  })
})

describe('the picture that is shown where a page is shared', () => {
  const shareImage = (kind: FramedKind, path: string, documents: object[]) =>
    viewAt(kind, path, documents).frame.shareImage

  it.each<[string, FramedKind, string, object[], string]>([
    ['a recap', 'recap', '/recaps/r/', siteWith(), 'cover'],
    [
      'a recap with a picture for that',
      'recap',
      '/recaps/r/',
      siteWith({ recap: { seo: { image: picture('shared') } } }),
      'shared',
    ],
    ['an author', 'author', '/authors/ada/', siteWith(), 'face'],
    ['home', 'home', '/', siteWith({ settings: { shareImage: picture('usual') } }), 'usual'],
    [
      'a recap without pictures',
      'recap',
      '/recaps/r/',
      siteWith({ recap: { cover: undefined }, settings: { shareImage: picture('usual') } }),
      'usual',
    ],
  ])('%s: a complete address', (_, kind, path, documents, name) => {
    const address = new RegExp(`^https://blog\\.example/images/${name}-2400x1600-jpg/.*/1200\\.webp$`)
    expect(shareImage(kind, path, documents)?.url).toMatch(address)
  })

  it('is none where there is no picture', () => {
    expect(recapFrame({ cover: undefined }).shareImage).toBeUndefined()
  })
})

describe('what stands around every page', () => {
  it.each<[FramedKind, string, (string | undefined)[]]>([
    ['home', '/', ['page', undefined, undefined]],
    ['archive', '/recaps/', [undefined, 'page', undefined]],
    ['recap', '/recaps/r/', [undefined, 'true', undefined]],
    ['topics', '/topics/', [undefined, undefined, 'page']],
    ['topic', '/topics/hotels/', [undefined, undefined, 'true']],
    ['search', '/search/', [undefined, undefined, undefined]],
  ])('%s at %s: the menu marks where the reader is', (kind, path, current) => {
    const menu = [
      { label: 'Home', path: '/' },
      { label: 'Evenings', path: '/recaps/' },
      { label: 'Subjects', path: '/topics/' },
    ]
    const shown = frameOf(kind, path, siteWith({ settings: { menu } })).menu
    expect(shown).toEqual(menu.map(({ label, path: href }, n) => ({ label, href, current: current[n] })))
  })

  it('has the usual menu, and the host for a name, before anyone has filled in the settings', () => {
    const { menu, siteTitle, title, tagline } = frameOf('home', '/', [])
    expect(menu.map(({ label, href }) => [label, href])).toEqual([
      ['Recaps', '/recaps/'],
      ['Events', '/events/'],
      ['People', '/authors/'],
      ['Topics', '/topics/'],
    ])
    expect({ siteTitle, title, tagline }).toEqual({
      siteTitle: 'blog.example',
      title: 'blog.example',
      tagline: '',
    })
  })

  it('shows what the settings say: logo, footer, links elsewhere, feed', () => {
    const settings = {
      logo: picture('logo'),
      footer: [paragraph('Last orders at ten.')],
      socialLinks: [{ _key: 'k', _type: 'labelledLink', label: 'Mail', url: 'mailto:us@blog.example' }],
    }
    expect(frameOf('search', '/search/', siteWith({ settings }))).toMatchObject({
      language: 'en-GB',
      logo: { alt: 'A logo', width: 192, height: 192 },
      footer: [{ _type: 'block', children: [{ text: 'Last orders at ten.' }] }],
      socialLinks: [{ label: 'Mail', url: 'mailto:us@blog.example' }],
      feed: { title: 'The Example: recaps', href: '/rss.xml' },
    })
  })
})
