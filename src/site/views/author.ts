import type { AuthorDocument } from '../../cms/schemas/author.ts'
import { plainText } from '../../portable-text/plain-text.ts'
import { authorPath, paths } from '../paths.ts'
import { places } from '../pictures.ts'
import type { Snapshot } from '../snapshot.ts'
import { type AuthorProfile, authorProfile } from './author-profile.ts'
import { type Card, card } from './card.ts'
import { type Frame, frame } from './frame.ts'

export type AuthorView = { kind: 'author'; frame: Frame; profile: AuthorProfile; cards: Card[] }

export type AuthorsView = { kind: 'authors'; frame: Frame; profiles: AuthorProfile[] }

export function authorView(snapshot: Snapshot, author: AuthorDocument): AuthorView {
  const profile = authorProfile(author, snapshot)
  return {
    kind: 'author',
    frame: frame(snapshot, {
      path: authorPath(author.slug),
      title: author.name,
      description: plainText(profile.bio).split('\n')[0] || undefined,
      shareImage: snapshot.picture(author.portrait, places.share),
    }),
    profile,
    cards: (snapshot.recapsByAuthor.get(author._id) ?? []).map((recap) => card(recap, snapshot)),
  }
}

export function authorsView(snapshot: Snapshot): AuthorsView {
  return {
    kind: 'authors',
    frame: frame(snapshot, {
      path: paths.authors,
      title: 'People',
      description: 'Who writes the evenings up.',
    }),
    profiles: snapshot.authors.map((author) => authorProfile(author, snapshot)),
  }
}
