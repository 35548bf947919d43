import { describe, expect, it } from 'vitest'
import {
  keyedRef,
  ref,
  storedAsset,
  storedAuthor,
  storedRecap,
  storedSettings,
  storedTopic,
} from '../../../support/documents.ts'
import { documentsOf, siteOf, testMoment } from '../../../support/sites.ts'
import { viewAt } from '../../../support/views.ts'

const picture = (name: string) => ({ asset: ref(`image-${name}-2400x1600-jpg`), alt: `A ${name}` })
const documents = [
  storedSettings({
    socialLinks: [
      { _key: 'a', label: 'Elsewhere', url: 'https://social.example/us' },
      { _key: 'b', label: 'Mail', url: 'mailto:us@blog.example' },
    ],
  }),
  ...['cover', 'shared', 'face'].map((name) => storedAsset(name, 2400, 1600)),
  storedAuthor('ada', { role: 'Host', portrait: picture('face') }),
  storedTopic('tools'),
  storedRecap('straße', {
    topics: [keyedRef('tools')],
    cover: picture('cover'),
    _updatedAt: '2026-05-03T23:59:59Z',
  }),
]

describe('what a page says of itself', () => {
  it('a recap: who wrote what, and when', () => {
    const { structuredData, type, dates } = viewAt('recap', '/recaps/straße/', documents).frame
    expect({ type, dates }).toEqual({
      type: 'article',
      dates: { published: '2026-05-01T12:00:00Z', modified: '2026-05-03' },
    })
    expect(structuredData).toMatchObject([
      {
        '@type': 'BlogPosting',
        headline: 'Title of straße',
        url: 'https://blog.example/recaps/stra%C3%9Fe/',
        datePublished: '2026-05-01T12:00:00Z',
        dateModified: '2026-05-03',
        author: [{ '@type': 'Person', name: 'Name of ada', url: 'https://blog.example/authors/ada/' }],
        publisher: { '@id': 'https://blog.example/#organization' },
        keywords: ['Topic tools'],
        image: expect.stringMatching(/^https:\/\/blog\.example\/images\/cover-/),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { position: 1, name: 'Home', item: 'https://blog.example/' },
          { position: 2, name: 'Recaps', item: 'https://blog.example/recaps/' },
          { position: 3, name: '2026', item: 'https://blog.example/recaps/2026/' },
          { position: 4, name: 'Title of straße' },
        ],
      },
    ])
  })

  it('the home page: who publishes the site, and how it is searched; no mail address', () => {
    expect(viewAt('home', '/', documents).frame.structuredData).toMatchObject([
      { '@type': 'Organization', name: 'The Example', sameAs: ['https://social.example/us'] },
      {
        '@type': 'WebSite',
        potentialAction: { target: { urlTemplate: 'https://blog.example/search/?q={words}' } },
      },
    ])
  })

  it('an author’s page: the person', () => {
    expect(viewAt('author', '/authors/ada/', documents).frame).toMatchObject({
      type: 'profile',
      structuredData: [
        { '@type': 'ProfilePage', mainEntity: { '@type': 'Person', jobTitle: 'Host' } },
        { '@type': 'BreadcrumbList' },
      ],
    })
  })
})

describe('the drawn picture that is shown where a page is shared', () => {
  const site = (...more: object[]) =>
    siteOf(documentsOf(...documents, ...more), testMoment, { drawsShareCards: true })
  const sharedAt = (path: string, ...more: object[]) => {
    const view = site(...more).view(path)
    return view && 'frame' in view ? view.frame.shareImage : undefined
  }

  it.each([
    ['/recaps/straße/', 'https://blog.example/og/recaps/stra%C3%9Fe.png', 'Title of straße'],
    ['/authors/ada/', 'https://blog.example/og/authors/ada.png', 'Name of ada'],
    ['/topics/', 'https://blog.example/og/site.png', 'The Example'],
  ])('of %s is %s', (path, url, alt) => {
    expect(sharedAt(path)).toEqual({ url, width: 1200, height: 630, alt })
  })

  it('gives way to one that organisers chose', () => {
    const chosen = storedRecap('r', { seo: { image: picture('shared') }, cover: picture('cover') })
    expect(sharedAt('/recaps/r/', chosen)?.url).toContain('/images/shared-')
  })

  it('says what the page is about, by whom and when', () => {
    expect(site().view('/og/recaps/straße.png')).toMatchObject({
      kind: 'shareCard',
      siteTitle: 'The Example',
      title: 'Title of straße',
      byline: 'Name of ada · 1 May 2026',
      cover: expect.stringContaining('/images/cover-'),
    })
  })
})
