import { defineField } from 'sanity'
import { imageFields, imageOptions } from './image.ts'

type Options = { name: string; title: string; description: string; group?: string }

/** A picture of a document: a cover, a portrait, a logo. */
export function imageField({ name, title, description, group }: Options) {
  return defineField({
    name,
    title,
    type: 'image',
    group,
    description,
    options: imageOptions,
    fields: imageFields,
  })
}
