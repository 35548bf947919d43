const editors = new Set<string>()
const listeners = new Set<() => void>()

/**
 * Editors of running text that have words the document has not heard of. An editor keeps what is typed for up to
 * a second before it tells the document.
 */
export const unsentWords = {
  exist: (): boolean => editors.size > 0,

  note(editor: string, unsent: boolean): void {
    if (editors.has(editor) === unsent) return
    if (unsent) editors.add(editor)
    else editors.delete(editor)
    for (const listener of listeners) listener()
  },

  /** @returns ends the subscription */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
