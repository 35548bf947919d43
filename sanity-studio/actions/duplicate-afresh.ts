import { useRef } from 'react'
import { type DocumentActionComponent, type DuplicateDocumentActionComponent, useClient } from 'sanity'
import { freshCopy } from '../addresses/copy.ts'
import { findFreeSlug } from '../addresses/free-slug.ts'
import { apiVersion } from '../structure/api-version.ts'

/** Sanity's "Duplicate", whose copy has an address and a date of its own. */
export function duplicateAfresh(duplicate: DuplicateDocumentActionComponent): DocumentActionComponent {
  const action: DocumentActionComponent = (props) => {
    const client = useClient({ apiVersion })
    const slug = useRef('')
    const description = duplicate({
      ...props,
      mapDocument: (document) => freshCopy(document, slug.current, new Date()),
    })
    if (!description) return null
    return {
      ...description,
      onHandle: async () => {
        const original = props.draft ?? props.published
        slug.current = await findFreeSlug(client, props.type, String(original?.title ?? original?.name ?? ''))
        description.onHandle?.()
      },
    }
  }
  return Object.assign(action, { action: duplicate.action, displayName: 'DuplicateAfresh' })
}
