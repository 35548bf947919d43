/** `Draft` where what a list shows is not on the site: `original` is the id under which it is stored. */
export function stateOf(original: string | undefined): string | undefined {
  return original?.startsWith('drafts.') ? 'Draft' : undefined
}

/** What is known of a document, in one line. */
export function line(...parts: (string | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ')
}
