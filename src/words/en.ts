import type { Words } from './words.ts'

export const en: Words = {
  direction: 'ltr',
  marks: {
    quotes: { double: ['“', '”'], single: ['‘', '’'] },
    dash: '\u00a0– ',
    longDash: '—',
    beforeNumbers: ['No.', 'no.', 'p.', 'pp.', 'fig.', 'Fig.', 'ch.', 'vol.'],
    beforeNames: ['Mr', 'Mr.', 'Mrs', 'Mrs.', 'Ms', 'Ms.', 'Dr', 'Dr.', 'Prof.', 'St', 'St.'],
    elided: ['tis', 'twas', 'em', 'til', 'cause', 'n', 'round', 'cos'],
  },
  clock: (hour, minute) => {
    const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
    return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`
  },
  and: (names) => joined(names, 'and'),

  skip: 'Skip to the content',
  mainMenu: 'Main',
  search: 'Search',
  searchFor: 'Words to look for',
  find: 'Find an evening by what was said.',
  yearByYear: 'Every recap, year by year',
  found: (query, count, shown) => {
    if (count === 0) return `Nothing found for “${query}”. Try fewer or other words.`
    const found = count === 1 ? 'One recap' : `${count} recaps`
    return `${found} for “${query}”${shown === undefined ? '' : `; the best ${shown} are shown`}.`
  },
  notSearched:
    'The search could not be loaded. Try again in a moment, or choose from the list of every recap.',

  theme: { title: 'Colours', system: 'As the system', light: 'Light', dark: 'Dark' },

  recaps: 'Recaps',
  recapsAbout: 'What was said, evening by evening.',
  people: 'People',
  peopleAbout: 'Who writes the evenings up.',
  peopleIntroduction: 'Somebody writes every evening up. These are the people who did.',
  topics: 'Topics',
  topicsAbout: 'What the evenings keep coming back to.',
  pageOf: (title, page) => `${title}, page ${page}`,
  recapsOfYear: (year) => `Recaps of ${year}`,
  yearAbout: (year) => `Every evening of ${year}, written up.`,
  recapsBy: (name) => `Recaps by ${name}`,
  recapsFeed: (site) => `${site}: recaps`,
  recapCount: (count) =>
    count === 1
      ? 'One evening, written up by someone who was there.'
      : `${count} evenings, written up by people who were there.`,
  allRecaps: (count) => (count === 1 ? 'The one recap' : `All ${count} recaps`),

  none: {
    recaps: 'Nobody has written an evening up yet.',
    first: 'Nobody has written an evening up yet. The first recap will stand here.',
    ofAuthor: 'No recaps yet',
    ofAuthorSoon: 'The first one will stand here.',
    ofTopic: 'No evening has come to this yet.',
    topics: 'No topics yet.',
    people: 'Nobody has introduced themselves yet.',
    evening: 'The next evening is being planned. Follow along and you will hear of it.',
  },

  eveningAt: (place) => `An evening at ${place}`,
  earlierEvenings: 'Earlier evenings',
  browseByTopic: 'Browse by topic',
  followAlong: 'Follow along',
  followBefore: 'Every recap, whole, in the reader of your choice:',
  followAfter: 'No account, no newsletter.',

  pages: 'Pages',
  neighbours: 'Earlier and later recaps',
  earlier: 'Earlier',
  later: 'Later',
  related: 'More on this',
  topicsOfRecap: 'Topics of this recap',
  contents: 'On this page',
  readingTime: (minutes) => `${minutes} min read`,

  home: 'Home',
  trail: 'Where you are',
  page: (page) => `Page ${page}`,
  venues: {
    name: 'Places',
    about: 'Where the evenings are, and how to get in.',
    none: 'No place is written down yet.',
    all: 'All the places we meet at',
    kicker: 'A place we meet at',
  },
  before: { place: ' at ', end: ' to ' },
  pagesOf: {
    recaps: { earlier: 'Earlier recaps', later: 'Later recaps' },
    evenings: { earlier: 'Earlier evenings', later: 'Later evenings' },
  },
  events: {
    name: 'Events',
    about: 'When and where we meet next, and every evening there has been.',
    invitation: 'Come to the next one: anybody may, and nobody has to say anything.',
    coming: 'Coming',
    comingHere: 'Coming here',
    noneComing: 'No evening is planned yet. When one is, it stands here first.',
    past: 'Past evenings',
    pastPage: (page) => `Past evenings, page ${page}`,
    nonePast: 'There was none yet. Somebody has to begin.',
    toCome: 'An evening to come',
    over: 'An evening that was',
    moved: 'Moved, mind the date',
    cancelled: 'Cancelled',
    said: 'What was said',
    saidHere: (page) => `What was said here${page === undefined ? '' : `, page ${page}`}`,
    noRecap: 'No recap yet',
    noRecapAbout: 'Nobody has written this evening up yet. Were you there?',
    noRecapHere: 'No evening here has been written up yet. The first recap will stand here.',
    neighbours: 'Earlier and later evenings',
  },
  facts: {
    when: 'When',
    where: 'Where',
    map: 'Map',
    station: 'Station',
    website: 'Website',
    capacity: 'Room for',
  },
  venueAbout: (name, address) => `${name}, ${address}: how to get there, and the evenings we had there.`,

  evening: {
    next: 'Next evening',
    theNext: 'The next evening',
    moved: 'Next evening: moved, mind the new date',
    gettingIn: 'Getting in',
    book: 'Come along',
    online: 'Join from where you are',
  },

  body: {
    callouts: { note: 'Note', tip: 'Tip', warning: 'Mind' },
    table: 'Table',
    plays: (site) => `Video on ${site}`,
    playsHint: (site) => `Loads from ${site} when you play it`,
    picture: (number, count) => `Picture ${number} of ${count}`,
    enlarge: 'Enlarge',
    previous: 'Previous',
    next: 'Next',
    note: (sign) => `Note ${sign}`,
    noteReturn: (sign) => `${sign} Back to the text`,
    close: 'Close',
  },

  moved: { name: 'Moved', title: 'This page has moved', goOn: 'Go on to where it is now' },

  notHere: {
    name: 'Not here',
    title: 'This table is empty',
    before:
      'Nothing stands at this address: it may have moved, or never have been. Look for it by its words, or begin with the',
    newest: 'newest evenings',
    perhaps: 'Perhaps one of these',
  },
}

function joined(names: readonly string[], word: string): string[] {
  return names.map((_, index) => (index === 0 ? '' : index === names.length - 1 ? ` ${word} ` : ', '))
}
