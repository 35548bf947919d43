import { useToast } from '@sanity/ui/toast'
import { useEffect, useState } from 'react'
import { type DocumentActionComponent, useDocumentOperation } from 'sanity'
import { owedPaths } from '../addresses/earlier.ts'
import { useCheck } from './use-check.ts'

const refusal = {
  status: 'error',
  title: 'Not published',
  description: 'Something is still missing or wrong. The fields with a red mark say what.',
} as const

/**
 * Sanity's "Publish", which takes an organiser's word at once and keeps it when the last words are saved and checked.
 * Sanity's own publishes without the words that an editor still keeps, and turns grey under the pointer where
 * the check of an earlier, unfinished state comes late. Where the address has changed, the one before it is noted first.
 */
export function publishOnce(publish: DocumentActionComponent): DocumentActionComponent {
  const action: DocumentActionComponent = (props) => {
    const description = publish(props)
    const { id, type, draft, published } = props
    const { patch } = useDocumentOperation(id, type)
    const { done, mistakes, doubtful } = useCheck(id, type)
    const [asked, setAsked] = useState(false)
    const toast = useToast()
    const busy = Boolean(draft && description?.disabled && !mistakes)
    useEffect(() => {
      if (!asked || !done || busy) return
      const owed = description?.disabled ? undefined : owedPaths(draft, published)
      if (owed) {
        // The draft comes back with them, and is published then.
        patch.execute([{ set: { previousPaths: owed } }])
        return
      }
      setAsked(false)
      if (!description?.disabled) description?.onHandle?.()
      else if (mistakes) toast.push(refusal)
    }, [asked, done, busy, mistakes, description, toast, draft, published, patch])
    if (!description) return null
    const disabled = asked || (description.disabled && !doubtful)
    return {
      ...description,
      disabled,
      title: asked ? 'Published as soon as your last words are saved and checked' : description.title,
      onHandle: () => setAsked(true),
    }
  }
  return Object.assign(action, { action: publish.action, displayName: 'PublishOnce' })
}
