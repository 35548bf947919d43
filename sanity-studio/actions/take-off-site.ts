import { UnpublishIcon } from '@sanity/icons/Unpublish'
import { useState } from 'react'
import { type DocumentActionComponent, useDocumentOperation } from 'sanity'

/**
 * Unpublishes beside "Publish", where organisers look for it. Sanity's own action hides behind the document's
 * "Published" version, and looking at that switches the whole Studio to published documents.
 */
export const takeOffSite: DocumentActionComponent = ({ id, type, published, release }) => {
  const { unpublish } = useDocumentOperation(id, type)
  const [asking, setAsking] = useState(false)
  if (!published || release) return null
  return {
    label: 'Take off the site',
    icon: UnpublishIcon,
    tone: 'critical',
    disabled: Boolean(unpublish.disabled),
    onHandle: () => setAsking(true),
    dialog: asking && {
      type: 'confirm',
      tone: 'critical',
      message: 'It disappears from the site and stays here as a draft.',
      confirmButtonText: 'Take off the site',
      cancelButtonText: 'Cancel',
      onCancel: () => setAsking(false),
      onConfirm: () => {
        unpublish.execute()
        setAsking(false)
      },
    },
  }
}
takeOffSite.displayName = 'TakeOffSite'
