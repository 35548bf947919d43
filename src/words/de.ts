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
  found: (query, count, shown) => {
    if (count === 0) return `Nichts gefunden zu „${query}“. Versuche weniger oder andere Wörter.`
    const found = count === 1 ? 'Ein Bericht' : `${count} Berichte`
    return `${found} zu „${query}“${shown === undefined ? '' : `; die besten ${shown} stehen hier`}.`
  },
  notSearched:
    'Die Suche ließ sich nicht laden. Versuche es gleich noch einmal, oder wähle aus der Liste aller Berichte.',

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
  neighbours: 'Frühere und spätere Berichte',
  earlier: 'Früher',
  later: 'Später',
  related: 'Mehr davon',
  topicsOfRecap: 'Themen dieses Berichts',
  contents: 'Auf dieser Seite',
  readingTime: (minutes) => `${minutes} Min. Lesezeit`,

  home: 'Start',
  trail: 'Wo diese Seite steht',
  page: (page) => `Seite ${page}`,
  venues: {
    name: 'Orte',
    about: 'Wo die Abende sind, und wie man hineinkommt.',
    none: 'Noch ist kein Ort aufgeschrieben.',
    all: 'Alle Orte, an denen wir uns treffen',
    kicker: 'Ein Ort, an dem wir uns treffen',
  },
  before: { place: ' · ', end: ' bis ' },
  pagesOf: {
    recaps: { earlier: 'Frühere Berichte', later: 'Spätere Berichte' },
    evenings: { earlier: 'Frühere Abende', later: 'Spätere Abende' },
  },
  events: {
    name: 'Abende',
    about: 'Wann und wo wir uns wieder treffen, und jeder Abend, den es gab.',
    invitation: 'Komm zum nächsten: Alle dürfen, und niemand muss etwas sagen.',
    coming: 'Demnächst',
    comingHere: 'Demnächst hier',
    noneComing: 'Noch ist kein Abend geplant. Der nächste steht zuerst hier.',
    past: 'Vergangene Abende',
    pastPage: (page) => `Vergangene Abende, Seite ${page}`,
    nonePast: 'Noch gab es keinen. Jemand muss anfangen.',
    toCome: 'Ein Abend, der kommt',
    over: 'Ein Abend, der war',
    moved: 'Verlegt, neuer Termin',
    cancelled: 'Abgesagt',
    said: 'Was gesagt wurde',
    saidHere: (page) => `Was hier gesagt wurde${page === undefined ? '' : `, Seite ${page}`}`,
    noRecap: 'Noch kein Bericht',
    noRecapAbout: 'Diesen Abend hat noch niemand aufgeschrieben. Warst du dabei?',
    noRecapHere: 'Hier hat noch niemand einen Abend aufgeschrieben. Der erste Bericht wird hier stehen.',
    neighbours: 'Frühere und spätere Abende',
  },
  facts: {
    when: 'Wann',
    where: 'Wo',
    map: 'Karte',
    station: 'Haltestelle',
    website: 'Website',
    capacity: 'Platz für',
  },
  venueAbout: (name, address) =>
    `${name}, ${address}: wie man hinkommt, und die Abende, die wir dort hatten.`,

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
    note: (sign) => `Anmerkung ${sign}`,
    noteReturn: (sign) => `${sign} Zurück zum Text`,
    close: 'Schließen',
  },

  moved: {
    name: 'Umgezogen',
    title: 'Diese Seite ist umgezogen',
    goOn: 'Weiter zu ihrer neuen Adresse',
  },

  notHere: {
    name: 'Nicht da',
    title: 'Dieser Tisch ist leer',
    before:
      'Unter dieser Adresse steht nichts: Sie ist umgezogen, oder es gab sie nie. Suche nach ihren Wörtern, oder beginne mit den',
    newest: 'neuesten Abenden',
    perhaps: 'Vielleicht eine von diesen',
  },
}
