/** Every word that the interface itself says, in one language. A language that lacks one does not compile. */
export type Words = {
  direction: 'ltr' | 'rtl'
  /** How the language sets what is typed with a typewriter's marks. */
  marks: Marks
  /** A time of day as on a poster; hours from 0 to 23. */
  clock: (hour: number, minute: number) => string
  /** What stands before each of some names in a list of them. */
  and: (names: readonly string[]) => string[]

  skip: string
  mainMenu: string
  search: string
  searchFor: string
  find: string
  yearByYear: string
  /** What the search page says of what it found; `shown` where that is less than all. */
  found: (query: string, count: number, shown: number | undefined) => string
  notSearched: string

  theme: { title: string; system: string; light: string; dark: string }

  recaps: string
  recapsAbout: string
  people: string
  peopleAbout: string
  peopleIntroduction: string
  topics: string
  topicsAbout: string
  pageOf: (title: string, page: number) => string
  recapsOfYear: (year: number) => string
  yearAbout: (year: number) => string
  recapsBy: (name: string) => string
  recapsFeed: (site: string) => string
  recapCount: (count: number) => string
  allRecaps: (count: number) => string

  none: {
    recaps: string
    first: string
    ofAuthor: string
    ofAuthorSoon: string
    ofTopic: string
    topics: string
    people: string
    evening: string
  }

  eveningAt: (place: string) => string
  earlierEvenings: string
  browseByTopic: string
  followAlong: string
  /** Before and after the name of the feed. */
  followBefore: string
  followAfter: string

  pages: string
  neighbours: string
  earlier: string
  later: string
  related: string
  topicsOfRecap: string
  contents: string
  readingTime: (minutes: number) => string

  home: string
  /** Where a page stands, for who hears it. */
  trail: string
  page: (page: number) => string
  venues: { name: string; about: string; none: string; all: string; kicker: string }
  /** Between a thing and its place, and between two times. */
  before: { place: string; end: string }
  pagesOf: Record<'recaps' | 'evenings', { earlier: string; later: string }>
  events: {
    name: string
    about: string
    invitation: string
    coming: string
    comingHere: string
    noneComing: string
    past: string
    pastPage: (page: number) => string
    nonePast: string
    toCome: string
    over: string
    moved: string
    cancelled: string
    said: string
    saidHere: (page: number | undefined) => string
    noRecap: string
    noRecapAbout: string
    noRecapHere: string
    neighbours: string
  }
  facts: {
    when: string
    where: string
    map: string
    station: string
    website: string
    capacity: string
  }
  venueAbout: (name: string, address: string) => string

  evening: {
    next: string
    theNext: string
    moved: string
    gettingIn: string
    book: string
    online: string
  }

  body: BodyWords

  moved: { name: string; title: string; goOn: string }

  notHere: {
    name: string
    title: string
    /** Before the link that is called `newest`. */
    before: string
    newest: string
    /** Above what was found by the words of the address. */
    perhaps: string
  }
}

/** What is said inside of a recap's body. */
export type BodyWords = {
  callouts: Record<'note' | 'tip' | 'warning', string>
  table: string
  plays: (site: string) => string
  playsHint: (site: string) => string
  picture: (number: number, count: number) => string
  enlarge: string
  previous: string
  next: string
  /** What the sign of a note leads to, and from the note, with that sign. */
  note: (sign: string) => string
  noteReturn: (sign: string) => string
  close: string
}

export type Marks = {
  /** Opening and closing, outer and inner. */
  quotes: { double: readonly [string, string]; single: readonly [string, string] }
  /** What `word - word` and `word -- word` are set with; the space before it does not break. */
  dash: string
  /** What `word---word` is set with. */
  longDash: string
  /** Abbreviations that stay on the line of the number, or of the name, that follows. */
  beforeNumbers: readonly string[]
  beforeNames: readonly string[]
  /** Words that begin with an apostrophe where something was left out: `’tis`. */
  elided: readonly string[]
}
