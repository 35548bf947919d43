import { checkLink } from '../schema/rules/link.ts'

/** What no text needs: code, and what a page is operated with. Their words would come along as text. */
const unwanted =
  'script, style, template, noscript, iframe, object, embed, svg, math, canvas, audio, video, button, input, select, textarea'

/** Headings that a recap has not, each with the nearest that it has. */
const headings: Readonly<Record<string, string>> = { H1: 'h2', H5: 'h4', H6: 'h4' }

/** HTML from a clipboard without what cannot stand in a text; `undefined` where there is nothing to remove. */
export function cleanHtml(html: string): string | undefined {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const before = body.innerHTML
  for (const element of body.querySelectorAll(unwanted)) element.remove()
  for (const link of body.querySelectorAll('a[href]'))
    if (checkLink(link.getAttribute('href') ?? '') !== true) link.replaceWith(...link.childNodes)
  for (const heading of body.querySelectorAll(Object.keys(headings).join())) rename(heading)
  return body.innerHTML === before ? undefined : body.innerHTML
}

function rename(heading: Element): void {
  const renamed = heading.ownerDocument.createElement(headings[heading.tagName] ?? heading.tagName)
  renamed.append(...heading.childNodes)
  heading.replaceWith(renamed)
}
