import { describe, expect, it } from 'vitest'
import type { Body, Span, TextBlock } from '../../../src/portable-text/body.ts'
import { bodyHtml, feedHtml } from '../../../src/portable-text/html.ts'
import { withNotes } from '../../../src/portable-text/notes.ts'
import { en } from '../../../src/words/en.ts'

const span = (text: string, ...marks: string[]): Span => ({ _type: 'span', _key: text, text, marks })
const block = (children: Span[], fields: Partial<TextBlock> = {}): TextBlock => ({
  _type: 'block',
  _key: 'b',
  style: 'normal',
  markDefs: [],
  children,
  ...fields,
})
const text = (words: string, fields?: Partial<TextBlock>) => block([span(words)], fields)
const html = (...body: Body) => bodyHtml(withNotes(body), en)

const toNote = (number: number, sign: string, isFirst = true, shown = sign) =>
  `<a${isFirst ? ` id="sign-${number}"` : ''} href="#note-${number}" role="doc-noteref" aria-label="Note ${sign}">${shown}</a>`
const note = (number: number, sign: string, rest: string) =>
  `<p class="note"><a id="note-${number}" href="#sign-${number}" role="doc-backlink" aria-label="${sign} Back to the text">${sign}</a>${rest}</p>`

describe('notes under a text', () => {
  it('are led to by their sign, and lead back', () => {
    expect(html(text('All of them,* really.'), text('Go on.'), text('* Not the darts.'))).toBe(
      `<p>All of them,${toNote(1, '*')} really.</p><p>Go on.</p>${note(1, '*', ' Not the darts.')}`,
    )
  })

  it('may be several, each with a sign of its own', () => {
    expect(html(text('One* and two** and³.'), text('³ Three'), text('** Two'), text('*One'))).toBe(
      `<p>One${toNote(3, '*')} and two${toNote(2, '**')} and${toNote(1, '³')}.</p>` +
        note(1, '³', ' Three') +
        note(2, '**', ' Two') +
        note(3, '*', 'One'),
    )
  })

  it('are led to from everywhere before them, and lead back to the first', () => {
    expect(html(text('One* two*'), text('three*', { listItem: 'bullet', level: 1 }), text('* Note'))).toBe(
      `<p>One${toNote(1, '*')} two${toNote(1, '*', false)}</p><ul><li>three${toNote(1, '*', false)}</li></ul>` +
        note(1, '*', ' Note'),
    )
  })

  it('may use the same sign again further down', () => {
    expect(html(text('One*'), text('* First'), text('Two*'), text('* Second'))).toBe(
      `<p>One${toNote(1, '*')}</p>${note(1, '*', ' First')}<p>Two${toNote(2, '*')}</p>${note(2, '*', ' Second')}`,
    )
  })

  it('keep what else the sign is', () => {
    expect(html(block([span('Loud', 'strong'), span('*', 'em'), span(' on.')]), text('* Note'))).toBe(
      `<p><strong>Loud</strong>${toNote(1, '*', true, '<em>*</em>')} on.</p>${note(1, '*', ' Note')}`,
    )
  })

  it.each<[string, Body]>([
    ['there is no note', [text('One* two')]],
    ['there is no sign', [text('One'), text('* Note')]],
    ['it comes after the note', [text('* Note'), text('One*')]],
    ['it multiplies', [text('2*3 = 3 * 2'), text('* Note')]],
    ['it is code', [block([span('all*', 'code')]), text('* Note')]],
    [
      'it is in a link',
      [block([span('all*', 'l')], { markDefs: [{ _type: 'link', _key: 'l', href: '/' }] }), text('* Note')],
    ],
  ])('are left alone where %s', (_, body) => {
    expect(html(...body)).not.toContain('#note')
    expect(html(...body)).not.toContain('#sign-')
  })

  it('are only signs in feeds, where their links would lead astray', () => {
    const body = withNotes([text('All*'), text('* Note')])
    expect(feedHtml(body, 'https://blog.example', en)).toBe('<p>All*</p><p class="note">* Note</p>')
  })
})
