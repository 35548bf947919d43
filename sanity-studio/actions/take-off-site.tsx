import { UnpublishIcon } from '@sanity/icons/Unpublish'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { type DocumentActionComponent, getDraftId, useClient, useDocumentOperation } from 'sanity'
import { pathsToKeep } from '../addresses/earlier.ts'
import { apiVersion } from '../structure/api-version.ts'
import { PartingQuestion } from './parting-question.tsx'

/**
 * Unpublishes beside "Publish", where organisers look for it. Sanity's own action hides behind the document's
 * "Published" version, and looking at that switches the whole Studio to published documents. The address that the
 * document had is noted with it, in one step, so that the history tells of a withdrawal and of no edit.
 */
export const takeOffSite: DocumentActionComponent = ({ id, type, draft, published, release }) => {
  const { unpublish } = useDocumentOperation(id, type)
  const client = useClient({ apiVersion })
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  if (!published || release) return null
  const takeOff = async () => {
    const ids = { draftId: getDraftId(id), publishedId: id }
    const previousPaths = pathsToKeep(draft, published)
    const note = {
      actionType: 'sanity.action.document.edit' as const,
      ...ids,
      patch: { set: { previousPaths } },
    }
    try {
      await client.action(
        [
          { actionType: 'sanity.action.document.unpublish', ...ids },
          ...(previousPaths.length > 0 ? [note] : []),
        ],
        { tag: 'document.unpublish' },
      )
    } catch {
      toast.push({ status: 'error', title: 'It is still on the site', description: 'Try again in a moment.' })
    }
  }
  return {
    label: 'Take off the site',
    icon: UnpublishIcon,
    tone: 'critical',
    disabled: Boolean(unpublish.disabled),
    onHandle: () => setAsking(true),
    dialog: asking && {
      type: 'dialog',
      header: 'Take it off the site?',
      onClose: () => setAsking(false),
      content: (
        <PartingQuestion
          consequence="It disappears from the site and stays here as a draft."
          id={id}
          label="Take off the site"
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            void takeOff()
          }}
        />
      ),
    },
  }
}
takeOffSite.displayName = 'TakeOffSite'
