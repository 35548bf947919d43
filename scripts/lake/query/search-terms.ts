/** One word, which may end in `*`, or the words of a phrase in their order. */
export type Term = { text: string; isPhrase: boolean }

export type SearchTerms = { wanted: Term[]; unwanted: Term[] }

/** Words, `"several words"`, and either of them after a minus for what must not be found. */
export function parseSearchTerms(text: string): SearchTerms {
  const terms: SearchTerms = { wanted: [], unwanted: [] }
  for (const [, minus, phrase, word] of text.matchAll(/(?<!\S)(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const term = { text: phrase ?? word ?? '', isPhrase: phrase !== undefined }
    // A star alone is any word at all.
    if (wordsOf(term.text).length > 0 || term.text.includes('*'))
      terms[minus ? 'unwanted' : 'wanted'].push(term)
  }
  return terms
}

/** Whether the words of a phrase come one after another in a text. Case does not matter. */
export function containsPhrase(text: string, phrase: string): boolean {
  const words = wordsOf(phrase)
  const found = wordsOf(text)
  if (words.length === 0) return false
  return found.some((_, start) => words.every((word, index) => found[start + index] === word))
}

/** The words that GROQ's `match` tells apart. */
function wordsOf(text: string): string[] {
  return text
    .replace(/\b\.+|\.+\b/g, '')
    .toLowerCase()
    .split(/[!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/)
    .filter((word) => word !== '')
}
