import { describe, expect, it } from 'vitest'
import { bodyHtml } from '../../../src/portable-text/html.ts'
import { en } from '../../../src/words/en.ts'
import { paragraph, storedRecap } from '../../support/documents.ts'
import { documentsOf, siteOf } from '../../support/sites.ts'

/** What becomes of a link in a recap, and what organisers are told. */
function linked(href: string) {
  const body = [
    paragraph('', {
      markDefs: [{ _type: 'link', _key: 'l', href }],
      children: [{ _type: 'span', _key: 's', text: 'there', marks: ['l'] }],
    }),
  ]
  const heading = paragraph('Risk registers', { style: 'h2' })
  const documents = documentsOf(
    storedRecap('this', { title: 'This one', body }),
    storedRecap('übersicht', { body: [heading, heading] }),
    storedRecap('later', { publishedAt: '2030-01-01T00:00:00Z' }),
  )
  const notices: string[] = []
  const recorder = { read: () => undefined, notice: (text: string) => notices.push(text) }
  const view = siteOf(documents).view('/recaps/this/', recorder)
  if (view?.kind !== 'recap') throw new Error('There is no recap.')
  return { html: bodyHtml(view.body, en), notices }
}

describe('a link that somebody has typed', () => {
  it.each([
    ['https://example.org/recaps/gone/', 'https://example.org/recaps/gone/'],
    ['mailto:us@blog.example', 'mailto:us@blog.example'],
    ['/recaps/', '/recaps/'],
    ['/recaps/übersicht/', '/recaps/übersicht/'],
    ['/recaps/%C3%BCbersicht/', '/recaps/übersicht/'],
    ['/recaps/übersicht', '/recaps/übersicht/'],
    ['/search/?q=risk', '/search/?q=risk'],
    ['/recaps/übersicht/#on-risk-registers-2', '/recaps/übersicht/#on-risk-registers-2'],
  ])('%s leads to %s, and nobody is told anything', (href, target) => {
    expect(linked(href)).toEqual({ html: `<p><a href="${target}">there</a></p>`, notices: [] })
  })

  it.each(['/recaps/gone/', '/recaps/later/', '/recaps/%E0%A4%A/', '/recaps/page/2/', '/no%0Asuch/'])(
    '%s becomes plain text, and the recap is named',
    (href) => {
      const { html, notices } = linked(href)
      expect(html).toBe('<p>there</p>')
      expect(notices).toEqual([
        `The recap “This one” links to ${href}, where there is no page: the words stand without the link.`,
      ])
    },
  )

  it('loses a fragment that the page does not have, and the recap is named', () => {
    const { html, notices } = linked('/recaps/übersicht/#on-risk-registers-3')
    expect(html).toBe('<p><a href="/recaps/übersicht/">there</a></p>')
    expect(notices).toEqual([expect.stringContaining('that page has no such place')])
  })
})
