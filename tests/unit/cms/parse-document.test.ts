import { expect, it } from 'vitest'
import { parseDocument } from '../../../src/cms/parse-document.ts'
import { paragraph, storedRecap } from '../../support/documents.ts'

it('leaves out characters that no feed may carry, and keeps all others', () => {
  const stored = storedRecap('r', {
    title: 'Pasted\u000b from \u0000Word 🍺\ud83c',
    body: [paragraph('one\ntwo\u001f\tthree \uffff')],
  })
  expect(parseDocument(stored)).toMatchObject({
    document: { title: 'Pasted from Word 🍺', body: [{ children: [{ text: 'one\ntwo\tthree ' }] }] },
  })
})

it('says what is wrong with what it refuses', () => {
  expect(parseDocument(storedRecap('r', { authors: [] }))).toEqual({
    problems: ['authors names nobody as author'],
  })
})
