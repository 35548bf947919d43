import type { FoundPage } from './pagefind-api.ts'

const mostSections = 3

/** One found recap: its title and the words in context, then its sections that match. */
export function resultItem(document: Document, page: FoundPage): HTMLLIElement {
  const item = document.createElement('li')
  const title = document.createElement('h2')
  title.append(link(document, page.url, page.meta.title ?? page.url))
  item.append(title, excerpt(document, page.excerpt))

  const sections = page.sub_results.filter((section) => section.url !== page.url).slice(0, mostSections)
  if (sections.length === 0) return item
  const list = document.createElement('ul')
  for (const section of sections) {
    const entry = document.createElement('li')
    entry.append(link(document, section.url, section.title), excerpt(document, section.excerpt))
    list.append(entry)
  }
  item.append(list)
  return item
}

function link(document: Document, href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a')
  anchor.href = href
  anchor.textContent = text
  return anchor
}

function excerpt(document: Document, html: string): HTMLParagraphElement {
  const paragraph = document.createElement('p')
  paragraph.innerHTML = html
  return paragraph
}
