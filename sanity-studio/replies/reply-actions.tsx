import { CheckmarkIcon } from '@sanity/icons/Checkmark'
import { TrashIcon } from '@sanity/icons/Trash'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { type DocumentActionComponent, useClient } from 'sanity'
import { usePaneRouter } from 'sanity/structure'
import { apiVersion } from '../structure/api-version.ts'
import { deleteReplies } from './moderate.ts'
import { RejectQuestion } from './reject-question.tsx'

/** "Publish" in the words of somebody who has a reply before them. */
export function approveReply(publish: DocumentActionComponent): DocumentActionComponent {
  const action: DocumentActionComponent = (props) => {
    const description = publish(props)
    if (!description || props.published) return description
    return { ...description, label: 'Approve', icon: CheckmarkIcon, tone: 'positive' }
  }
  return Object.assign(action, { action: publish.action, displayName: 'ApproveReply' })
}

/** Deletes a reply, waiting or on the site, after showing what it says once more. */
export const rejectReply: DocumentActionComponent = ({ id, draft, published }) => {
  const client = useClient({ apiVersion })
  const toast = useToast()
  const router = usePaneRouter()
  const [asking, setAsking] = useState(false)
  const reply = draft ?? published
  if (!reply) return null
  const label = published ? 'Delete' : 'Reject'
  const remove = async () => {
    try {
      await deleteReplies(client, [id])
      router.closeCurrentAndAfter()
      toast.push({ status: 'success', title: 'The reply is deleted' })
    } catch {
      toast.push({
        status: 'error',
        title: 'The reply is still there',
        description: 'Try again in a moment.',
      })
    }
  }
  return {
    label,
    icon: TrashIcon,
    tone: 'critical',
    onHandle: () => setAsking(true),
    dialog: asking && {
      type: 'dialog',
      header: `${label} this reply?`,
      onClose: () => setAsking(false),
      content: (
        <RejectQuestion
          label={label}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            void remove()
          }}
          replies={[{ id, name: String(reply.name ?? ''), text: String(reply.text ?? '') }]}
        />
      ),
    },
  }
}
rejectReply.displayName = 'RejectReply'
