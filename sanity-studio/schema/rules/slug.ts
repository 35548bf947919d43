import type { SlugValue } from 'sanity'

/** Turns a title into the last part of an address: lower-case words and hyphens, at most 80 characters. */
export function slugify(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return words.reduce(
    (slug, word) => (slug.length + word.length < 80 ? [slug, word].filter(Boolean).join('-') : slug),
    '',
  )
}

/** `true` for a slug that the site can use as an address; else what to change. Empty is not its business. */
export function checkSlug(slug: SlugValue | undefined): true | string {
  const current = slug?.current
  if (!current?.trim()) return true
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(current)) {
    return 'Use only lower-case letters, numbers and single hyphens, for example quiet-tools-loud-pub'
  }
  if (/^\d+$/.test(current)) return 'Add a word: addresses of numbers alone belong to the archive.'
  if (current === 'page') return 'Choose another word: “page” belongs to the archive.'
  return true
}
