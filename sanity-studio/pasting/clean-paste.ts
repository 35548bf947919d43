import type { ClipboardEvent as ReactClipboardEvent } from 'react'
import { cleanHtml } from './clean-html.ts'

/** Lets an editor of running text see what is pasted into it without scripts, forms and links of unknown kinds. */
export function cleanPaste(event: ReactClipboardEvent): void {
  const { clipboardData, target } = event
  // What an editor itself has copied is its own.
  if (clipboardData.types.includes('application/x-portable-text')) return
  const html = cleanHtml(clipboardData.getData('text/html'))
  if (html === undefined) return
  event.preventDefault()
  event.stopPropagation()
  // A paste cannot be changed, only be followed by another, which finds nothing more to clean.
  const clean = new DataTransfer()
  clean.setData('text/html', html)
  clean.setData('text/plain', clipboardData.getData('text/plain'))
  target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: clean, bubbles: true, cancelable: true, composed: true }),
  )
}
