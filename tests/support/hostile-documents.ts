import {
  keyedRef,
  paragraph,
  ref,
  storedAsset,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedTopic,
  storedVenue,
} from './documents.ts'

const long = 'A title that its author could not bring to an end '.repeat(4).trim()
const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(3).slice(0, 80)
const arabic = 'قائمة النتائج لا تموت أبدًا، بل تغيّر اسمها'

const asset = storedAsset('pub')
const picture = (words: string) => ({
  _type: 'image',
  asset: ref(asset._id),
  alt: words,
  caption: words,
  credit: words,
})
const at = (key: number, block: object) => ({ ...block, _key: `b${key}` })

/** Every block of a body, full of the same words. */
const everyBlock = (words: string) =>
  [
    paragraph(words),
    ...['h2', 'h3', 'h4', 'h2', 'blockquote'].map((style) => paragraph(words, { style })),
    paragraph(words, { listItem: 'bullet', level: 1 }),
    paragraph(words, { listItem: 'number', level: 3 }),
    picture(words),
    { _type: 'pullQuote', text: words, attribution: words },
    { _type: 'callout', kind: 'tip', text: [paragraph(words)] },
    { _type: 'code', code: words.repeat(3), filename: words },
    { _type: 'embed', url: 'https://www.youtube.com/watch?v=abcdefghijk', title: words },
    { _type: 'embed', url: `https://example.org/${encodeURIComponent(words)}` },
    {
      _type: 'table',
      caption: words,
      headerRow: true,
      rows: [1, 2, 3].map((row) => ({ _key: `r${row}`, cells: Array(6).fill(words) })),
    },
    paragraph(`${words}*`),
    paragraph(`* ${words}`),
  ].map((block, key) => at(key, block))

/** What organisers may write and nobody would expect, in every kind of page. */
export const hostileDocuments = [
  asset,
  storedSettings({ title: long.slice(0, 90), tagline: word, footer: [paragraph(word)] }),
  storedAuthor('ada', { name: word, role: word, bio: [paragraph(word)], portrait: picture(word) }),
  storedAuthor('idle', { name: arabic }),
  storedTopic('tools', { title: word, description: word }),
  storedVenue('inn', {
    name: word,
    address: word,
    nearestStation: word,
    accessNotes: word,
    photo: picture(word),
  }),
  storedEvent('coming', { title: long, venue: ref('inn'), cover: picture(word), capacityNote: word }),
  storedEvent('past', { title: arabic, startsAt: '2026-01-08T18:30:00Z', endsAt: undefined }),
  storedRecap('long', {
    title: long,
    standfirst: long,
    publishedAt: '2026-05-05T12:00:00Z',
    event: ref('past'),
    body: everyBlock(long),
  }),
  storedRecap('word', {
    title: word,
    standfirst: word,
    template: 'interview',
    cover: picture(word),
    event: ref('coming'),
    authors: [keyedRef('ada'), keyedRef('idle')],
    topics: [keyedRef('tools')],
    body: everyBlock(word),
  }),
  storedRecap('rtl', {
    title: arabic,
    standfirst: arabic,
    template: 'photo-story',
    cover: picture(arabic),
    body: everyBlock(arabic),
  }),
  storedRecap('bare', { title: long, template: 'announcement', body: [] }),
  storedRecap('forty', {
    template: 'photo-story',
    body: [
      {
        _type: 'gallery',
        _key: 'g',
        images: Array.from({ length: 40 }, (_, key) => ({ ...picture(word), _key: `i${key}` })),
        caption: word,
      },
    ],
  }),
]
