import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { escapeHtml } from '../../../src/portable-text/escape.ts'
import { generateContent } from '../content/generate.ts'

const recap = z.object({
  _type: z.literal('recap'),
  title: z.string(),
  slug: z.object({ current: z.string() }),
  standfirst: z.string(),
  body: z.array(
    z.looseObject({
      _key: z.string(),
      style: z.string().optional(),
      children: z.array(z.object({ text: z.string() })).optional(),
    }),
  ),
})

type Recap = z.infer<typeof recap>

/** Pages of generated recaps in a folder, as far as search is concerned: the oldest first. */
export type RecapPages = {
  urls: string[]
  /** Puts some words at the end of a page. */
  write(url: string, words: string): void
}

export function writeRecapPages(outDir: string, count: number): RecapPages {
  const recaps = new Map<string, Recap>()
  const write = (url: string, words: string) => {
    const found = recaps.get(url)
    if (!found) throw new Error(`There is no page ${url}.`)
    const file = join(outDir, url, 'index.html')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, page(found, words))
  }
  for (const document of generateContent({ recaps: count })) {
    if (document._type !== 'recap') continue
    const found = recap.parse(document)
    const url = `/recaps/${found.slug.current}/`
    recaps.set(url, found)
    write(url, '')
  }
  return { urls: [...recaps.keys()], write }
}

function page({ title, standfirst, body }: Recap, words: string): string {
  const blocks = body.map(({ _key, style, children = [] }) => {
    const text = escapeHtml(children.map((child) => child.text).join(''))
    return style === 'h2' ? `<h2 id="on-${_key}">${text}</h2>` : `<p>${text}</p>`
  })
  const head = `<p data-pagefind-ignore>An evening</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(standfirst)}</p>`
  const article = `<article data-pagefind-body><header>${head}</header>${blocks.join('')}<p>${words}</p></article>`
  return `<!doctype html><html lang="en-GB"><head><title>${escapeHtml(title)}</title></head><body><main>${article}</main></body></html>`
}
