import type { Head } from '../cms/head.ts'

/** How organisers know a document: `the recap “Risk registers”`. */
export function named(head: Head): string {
  switch (head._type) {
    case 'author':
    case 'venue':
      return `the ${head._type} “${head.name}”`
    case 'recap':
    case 'event':
    case 'topic':
      return `the ${head._type} “${head.title}”`
    case 'siteSettings':
      return 'the site’s settings'
    case 'sanity.imageAsset':
      return `the picture ${head._id}`
  }
}

/** For the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
