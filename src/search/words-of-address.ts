const most = 8

/**
 * The words of an address that leads nowhere, which often say what somebody looked for: those of its last part, without
 * the ending of a file; numbers only where there is nothing else.
 */
export function wordsOfAddress(path: string): string[] {
  const last = path.split('/').filter(Boolean).at(-1) ?? ''
  const words = decoded(last)
    .replace(/\.(?:html?|php|aspx?)$/i, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => [...word].length > 1)
  const spoken = words.filter((word) => !/^\p{N}+$/u.test(word))
  return (spoken.length > 0 ? spoken : words).slice(0, most)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
