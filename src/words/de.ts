import type { Words } from './words.ts'

export const de: Words = {
  direction: 'ltr',
  marks: {
    quotes: { double: ['„', '“'], single: ['‚', '‘'] },
    dash: '\u00a0– ',
    longDash: '\u00a0– ',
    beforeNumbers: ['Nr.', 'S.', 'Abb.', 'Kap.', 'Bd.', 'ca.'],
    beforeNames: ['Herr', 'Frau', 'Dr.', 'Prof.', 'St.'],
    elided: ['s', 'n', 'ne', 'nen', 'ner', 'rein', 'raus', 'rum'],
  },
  clock: (hour, minute) => `${hour}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`} Uhr`,
  and: (names) => names.map((_, index) => (index === 0 ? '' : index === names.length - 1 ? ' und ' : ', ')),

  skip: 'Zum Inhalt',
  mainMenu: 'Hauptmenü',
  search: 'Suche',
  searchFor: 'Gesuchte Wörter',
  find: 'Einen Abend finden, nach dem, was gesagt wurde.',
  yearByYear: 'Alle Berichte, Jahr für Jahr',

  theme: { title: 'Farben', system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },

  recaps: 'Berichte',
  recapsAbout: 'Was gesagt wurde, Abend für Abend.',
  people: 'Leute',
  peopleAbout: 'Wer die Abende aufschreibt.',
  peopleIntroduction: 'Jeden Abend schreibt jemand auf. Das sind die, die es getan haben.',
  topics: 'Themen',
  topicsAbout: 'Worauf die Abende immer wieder kommen.',
  pageOf: (title, page) => `${title}, Seite ${page}`,
  recapsOfYear: (year) => `Berichte von ${year}`,
  yearAbout: (year) => `Jeder Abend von ${year}, aufgeschrieben.`,
  recapsBy: (name) => `Berichte von ${name}`,
  recapsFeed: (site) => `${site}: Berichte`,
  recapCount: (count) =>
    count === 1
      ? 'Ein Abend, aufgeschrieben von jemandem, der dabei war.'
      : `${count} Abende, aufgeschrieben von Leuten, die dabei waren.`,
  allRecaps: (count) => (count === 1 ? 'Der eine Bericht' : `Alle ${count} Berichte`),

  none: {
    recaps: 'Noch hat niemand einen Abend aufgeschrieben.',
    first: 'Noch hat niemand einen Abend aufgeschrieben. Hier wird der erste Bericht stehen.',
    ofAuthor: 'Noch keine Berichte',
    ofAuthorSoon: 'Hier wird der erste stehen.',
    ofTopic: 'Noch kein Abend ist darauf gekommen.',
    topics: 'Noch keine Themen.',
    people: 'Noch hat sich niemand vorgestellt.',
    evening: 'Der nächste Abend wird noch geplant. Wer dranbleibt, erfährt davon.',
  },

  eveningAt: (place) => `Ein Abend im ${place}`,
  earlierEvenings: 'Frühere Abende',
  browseByTopic: 'Nach Themen',
  followAlong: 'Dranbleiben',
  followBefore: 'Jeder Bericht, ganz, im Reader der eigenen Wahl:',
  followAfter: 'Kein Konto, kein Newsletter.',

  pages: 'Seiten',
  earlierRecaps: 'Frühere Berichte',
  laterRecaps: 'Spätere Berichte',
  neighbours: 'Frühere und spätere Berichte',
  earlier: 'Früher',
  later: 'Später',
  related: 'Mehr davon',
  topicsOfRecap: 'Themen dieses Berichts',
  contents: 'Auf dieser Seite',
  readingTime: (minutes) => `${minutes} Min. Lesezeit`,

  evening: {
    next: 'Nächster Abend',
    theNext: 'Der nächste Abend',
    moved: 'Nächster Abend: verlegt, neuer Termin',
    gettingIn: 'Hineinkommen',
    book: 'Dabei sein',
    online: 'Von zu Hause dabei sein',
  },

  body: {
    callouts: { note: 'Notiz', tip: 'Tipp', warning: 'Achtung' },
    table: 'Tabelle',
    plays: (site) => `Video auf ${site}`,
    playsHint: (site) => `Wird erst beim Abspielen von ${site} geladen`,
    picture: (number, count) => `Bild ${number} von ${count}`,
    enlarge: 'Vergrößern',
    previous: 'Voriges',
    next: 'Nächstes',
    close: 'Schließen',
  },

  notHere: {
    name: 'Nicht da',
    title: 'Dieser Tisch ist leer',
    before:
      'Unter dieser Adresse steht nichts: Sie ist umgezogen, oder es gab sie nie. Suche nach ihren Wörtern, oder beginne mit den',
    newest: 'neuesten Abenden',
  },
}
