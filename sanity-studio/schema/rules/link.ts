const schemes = ['http:', 'https:', 'mailto:', 'tel:']

export const linkHint =
  'A web address (https://…), an e-mail address (mailto:…), a telephone number (tel:…) or a page of this site (/recaps/…).'

/** `true` where a link may lead there; else what is wrong, for the person who typed it. Empty is not its business. */
export function checkLink(address: string | undefined): true | string {
  if (!address) return true
  if (/\s/.test(address)) return 'A link cannot contain spaces.'
  if (address.startsWith('/')) return checkSitePath(address)
  if (URL.canParse(address) && schemes.includes(new URL(address).protocol)) return true
  return `Start the link with https://, mailto:, tel:, or with / for a page of this site.`
}

/** Like `checkLink`, for places that only lead to pages of this site. */
export function checkSitePath(path: string | undefined): true | string {
  if (!path) return true
  if (!path.startsWith('/')) return 'Start with /, for example /recaps/'
  // Browsers read both as the address of another site.
  if (/^\/[/\\]/.test(path)) return 'Start with a single /, for example /recaps/'
  return true
}
