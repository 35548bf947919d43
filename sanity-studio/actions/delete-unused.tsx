import { useState } from 'react'
import { type DocumentActionComponent, getDraftId, useDocumentOperation } from 'sanity'
import { PartingQuestion } from './parting-question.tsx'

/**
 * Sanity's "Delete", with a question of our own. Sanity's offers "Delete anyway" for what is still used, which the
 * server then refuses.
 */
export function deleteUnused(remove: DocumentActionComponent): DocumentActionComponent {
  const action: DocumentActionComponent = (props) => {
    const description = remove(props)
    const { id, type, draft, published } = props
    const operation = useDocumentOperation(id, type).delete
    const [asking, setAsking] = useState(false)
    if (!description) return null
    return {
      ...description,
      onHandle: () => setAsking(true),
      dialog: asking && {
        type: 'dialog',
        header: 'Delete it?',
        onClose: () => setAsking(false),
        content: (
          <PartingQuestion
            consequence={
              published
                ? 'It disappears from the site and from here, with what is not published yet.'
                : 'It is on no page of the site, and disappears from here.'
            }
            id={id}
            label="Delete"
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false)
              operation.execute(draft ? [getDraftId(id)] : [])
            }}
          />
        ),
      },
    }
  }
  return Object.assign(action, { action: remove.action, displayName: 'DeleteUnused' })
}
