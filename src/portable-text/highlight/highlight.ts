import type { HighlighterCore } from 'shiki/core'
import type { Body } from '../body.ts'
import { escapeHtml } from '../escape.ts'
import type { Highlight } from '../render-options.ts'
import { type Grammar, grammarOf } from './grammars.ts'
import { partOf, theme } from './parts.ts'

/** One for the whole process, made for the first page that has code: most have none. */
let made: Promise<HighlighterCore> | undefined

async function highlighter(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ])
  return createHighlighterCore({ engine: createJavaScriptRegexEngine({ forgiving: true }), themes: [theme] })
}

/** Longer code would hold up all that waits to be rendered; it is shown as it is. */
const longest = 50_000

/** What highlights the code of a body, with the languages that are in it; undefined where there is none. */
export function highlightFor(body: Body): Promise<Highlight> | undefined {
  const languages = body.flatMap((block) =>
    block._type === 'code' && block.language !== undefined ? (grammarOf(block.language) ?? []) : [],
  )
  return languages.length === 0 ? undefined : withLanguages(languages)
}

async function withLanguages(languages: readonly Grammar[]): Promise<Highlight> {
  made ??= highlighter()
  const shiki = await made
  for (const { name, load } of languages)
    if (!shiki.getLoadedLanguages().includes(name)) await shiki.loadLanguage((await load()).default)
  return (code, language) => {
    const grammar = language === undefined ? undefined : grammarOf(language)
    return grammar && code.length <= longest ? remembered(code, grammar.name, shiki) : undefined
  }
}

/** Pages are rendered again when something around them changes; the code in them mostly has not. */
const known = new Map<string, string>()
const most = 500

function remembered(code: string, language: string, shiki: HighlighterCore): string {
  const key = `${language}\0${code}`
  let html = known.get(key)
  if (html === undefined) {
    html = htmlOf(code, language, shiki)
    if (known.size >= most) known.clear()
    known.set(key, html)
  }
  return html
}

function htmlOf(code: string, language: string, shiki: HighlighterCore): string {
  // Without a limit: a line would look another way on a machine that happens to be busy.
  const options = { lang: language, theme: 'parts', tokenizeTimeLimit: 0 }
  const { tokens } = shiki.codeToTokens(code, options)
  return tokens
    .map((line) =>
      line
        .map(({ content, color }) => {
          const part = partOf(color)
          const text = escapeHtml(content)
          return part === undefined ? text : `<span class="${part}">${text}</span>`
        })
        .join(''),
    )
    .join('\n')
}
