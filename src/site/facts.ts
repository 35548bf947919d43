import type { ListName } from './lists.ts'

/**
 * Names of what views can read of a site, one by one. Which of them a view has read is recorded, so that it is made
 * anew when, and only when, one of them may have changed. A fact is named also where there is nothing: a view that
 * looked for a document in vain is made anew when it comes.
 */
export type Fact = string

/** Types whose documents are listed by their names. */
export type NamedType = (typeof namedTypes)[number]

export const namedTypes = ['author', 'topic', 'venue'] as const

export const facts = {
  /** A document: whether it is public, and all its fields. */
  document: (id: string): Fact => `document ${id}`,
  /** What decides where a document stands, which changes more seldom: its address, its lists, whether it is public. */
  entry: (id: string): Fact => `entry ${id}`,
  /** What stands on a full page of a list. */
  page: (list: ListName, page: number): Fact => `${list} page ${page}`,
  /** What stands on the head page of a list, and how many pages come before it. */
  head: (list: ListName): Fact => `${list} head`,
  size: (list: ListName): Fact => `${list} size`,
  /** The newest of a list, as many as anything ever asks for. */
  newest: (list: ListName): Fact => `${list} newest`,
  /** What stands on a list, for those that are short. */
  all: (list: ListName): Fact => `${list} all`,
  /** How many full pages a list has. */
  pages: (list: ListName): Fact => `${list} pages`,
  /** At which places of a list the recaps stand that stand in one of its parts, each as long as a page. */
  places: (list: ListName, part: number): Fact => `${list} places ${part}`,
  /** What stands near a recap or an evening in one of the lists in which anybody looks around. */
  around: (id: string): Fact => `around ${id}`,
  /** Which documents of a type there are, in the order of their names. */
  names: (type: NamedType): Fact => `names of ${type}s`,
  years: 'years',
  nextEvening: 'next evening',
  /** Where an old address leads. */
  redirect: (path: string): Fact => `redirect ${path}`,
  /** Which old addresses there are, and where each leads. */
  redirects: 'redirects',
  /** Whether a page stands at an address. */
  address: (path: string): Fact => `address ${path}`,
} as const
