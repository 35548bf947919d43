import type { Page } from '@playwright/test'
import { type Piece, writeBody } from './body.ts'
import { addReference, chooseReference, generateSlug, uploadImage } from './fields.ts'
import { field, newDocument, openTab } from './studio.ts'

/** A picture file (a path) with its description. */
type Picture = { file: string; alt: string }

/** Writes a new person, unpublished. Resolves to its slug. */
export async function createAuthor(
  page: Page,
  author: { name: string; role?: string; portrait?: Picture; bio: Piece[] },
): Promise<string> {
  await newDocument(page, 'People')
  await field(page, 'name').fill(author.name)
  const slug = await generateSlug(page)
  if (author.role) await field(page, 'role').fill(author.role)
  if (author.portrait) await uploadImage(page, 'portrait', author.portrait.file, author.portrait.alt)
  await writeBody(page, 'bio', author.bio)
  return slug
}

/** Writes a new recap, unpublished. Authors, topics and event are chosen by their names. Resolves to its slug. */
export async function createRecap(
  page: Page,
  recap: {
    title: string
    standfirst: string
    authors: string[]
    body: Piece[]
    event?: string
    topics?: string[]
    cover?: Picture
  },
): Promise<string> {
  await newDocument(page, 'All recaps')
  await field(page, 'title').fill(recap.title)
  const slug = await generateSlug(page)
  if (recap.event) await chooseReference(page, 'event', recap.event)
  await field(page, 'standfirst').fill(recap.standfirst)
  for (const author of recap.authors) await addReference(page, 'authors', author)
  if (recap.cover) await uploadImage(page, 'cover', recap.cover.file, recap.cover.alt)
  await writeBody(page, 'body', recap.body)
  if (recap.topics) {
    await openTab(page, 'People and topics')
    for (const topic of recap.topics) await addReference(page, 'topics', topic)
  }
  return slug
}
