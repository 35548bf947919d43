import { useEffect, useId } from 'react'
import { type InputProps, isArrayOfBlocksInputProps, type PortableTextInputProps } from 'sanity'
import { cleanPaste } from '../pasting/clean-paste.ts'
import { pasteTables } from '../pasting/paste-tables.ts'
import { unsentWords } from './unsent-words.ts'

/**
 * Every input as Sanity draws it; of running text it is noted when the document does not have its last words, and what
 * is pasted into it is cleaned, tables being tables there.
 */
export function AttentiveInput(props: InputProps) {
  const editor = useId()
  useEffect(() => () => unsentWords.note(editor, false), [editor])
  // A hosted Studio's comments listen too.
  const tell = 'onEditorChange' in props ? props.onEditorChange : undefined
  if (!isArrayOfBlocksInputProps(props)) return props.renderDefault(props)
  const onEditorChange: PortableTextInputProps['onEditorChange'] = (change, portableTextEditor) => {
    if (change.type === 'patch') unsentWords.note(editor, true)
    // Told to the document, or replaced by what the document says.
    if (change.type === 'mutation' || change.type === 'value') unsentWords.note(editor, false)
    tell?.(change, portableTextEditor)
  }
  return (
    <div onPasteCapture={cleanPaste} style={{ display: 'contents' }}>
      {props.renderDefault({ ...props, onEditorChange, onPaste: pasteTables(props.schemaType) })}
    </div>
  )
}
