import { parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { rssFeed } from '../../../src/feeds/rss.ts'
import {
  keyedRef,
  paragraph,
  ref,
  storedAsset,
  storedAuthor,
  storedRecap,
  storedSettings,
  storedTopic,
} from '../../support/documents.ts'
import { viewAt } from '../../support/views.ts'

const people = [storedSettings(), storedAuthor('ada', { name: 'Ada & Söhne' }), storedTopic('tools')]
const feedOf = (...documents: object[]) => rssFeed(viewAt('feed', '/rss.xml', [...people, ...documents]))
const items = (xml: string) => parseRssFeed(xml).items ?? []

describe('rssFeed', () => {
  it('carries each recap whole, with complete addresses', () => {
    const recap = storedRecap('r', {
      title: 'Beer < wine & “song” 🍺',
      topics: [keyedRef('tools')],
      cover: { asset: ref('image-beer-2000x1000-jpg'), alt: 'Beer' },
      body: [
        paragraph('See there.', {
          markDefs: [{ _type: 'link', _key: 'l', href: '/recaps/other/' }],
          children: [{ _type: 'span', _key: 's', text: 'See ]]> there', marks: ['l'] }],
        }),
      ],
    })
    const [item] = items(
      feedOf(
        recap,
        storedRecap('other', { publishedAt: '2026-01-01T00:00:00Z' }),
        storedAsset('beer', 2000, 1000),
      ),
    )
    expect(item).toMatchObject({
      title: 'Beer < wine & “song” 🍺',
      link: 'https://blog.example/recaps/r/',
      guid: { value: 'recap:r', isPermaLink: false },
      description: 'What r was about.',
      categories: [{ name: 'Topic tools' }],
      dc: { creators: ['Ada & Söhne'] },
    })
    const html = item?.content?.encoded ?? ''
    expect(html).toContain('<a href="https://blog.example/recaps/other/">See ]]&gt; there</a>')
    expect(html).toContain('src="https://blog.example/images/beer-2000x1000-jpg/')
    expect(html).not.toMatch(/(?:src|href)="\//)
  })

  it('says summaries as text, since readers take them for HTML', () => {
    const [item] = items(feedOf(storedRecap('r', { standfirst: 'Beer <b>&</b> wine' })))
    expect(item?.description).toBe('Beer &lt;b&gt;&amp;&lt;/b&gt; wine')
  })

  it('is newest first and has neither scheduled recaps nor more than fifty', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      storedRecap(`r${index}`, { publishedAt: new Date(Date.UTC(2026, 0, index + 1)).toISOString() }),
    )
    const found = items(feedOf(storedRecap('later', { publishedAt: '2030-01-01T00:00:00Z' }), ...many))
    expect(found.map((item) => item.guid?.value)).toEqual(
      Array.from({ length: 50 }, (_, index) => `recap:r${59 - index}`),
    )
  })

  it('keeps identity and date of an entry when its title and address change', () => {
    const [before] = items(feedOf(storedRecap('r')))
    const [after] = items(feedOf(storedRecap('r', { title: 'New', slug: { current: 'new' }, _rev: 'x' })))
    expect(after?.guid).toEqual(before?.guid)
    expect(after?.pubDate).toEqual(before?.pubDate)
  })

  it('is the same bytes for the same content', () => {
    expect(feedOf(storedRecap('r'))).toBe(feedOf(storedRecap('r', { _updatedAt: '2026-11-19T00:00:00Z' })))
  })
})
