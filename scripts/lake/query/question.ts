import { randomUUID } from 'node:crypto'
import type { ExprNode, ObjectAttributeNode } from 'groq-js'

/** What the lake is asked for while groq-js evaluates a query: all text of a document, a phrase, a subquery. */
export type Question = { about: 'text' | 'phrase' | 'subquery'; argument: string }

/** Nobody else can write a reference that begins with this. */
const mark = randomUUID()

/** What a question gets in the place of a document. */
export type Answer = { answer: unknown }

/**
 * The only thing that groq-js asks its host for is the document that a reference leads to. So a question goes out as
 * a reference to an {@link Answer}; {@link questionIn} knows it from those in documents.
 * @param argument an expression for a string; where it has none the answer is null
 */
export function ask(about: Question['about'], argument: ExprNode): ExprNode {
  const left: ExprNode = { type: 'Value', value: `${mark} ${about} ` }
  const reference: ExprNode = { type: 'OpCall', op: '+', left, right: argument }
  const attributes: ObjectAttributeNode[] = [{ type: 'ObjectAttributeValue', name: '_ref', value: reference }]
  const document: ExprNode = { type: 'Deref', base: { type: 'Object', attributes } }
  return { type: 'AccessAttribute', name: 'answer' satisfies keyof Answer, base: document }
}

/** The question that a reference stands for; undefined for references to documents. */
export function questionIn(reference: string): Question | undefined {
  if (!reference.startsWith(mark)) return undefined
  const question = reference.slice(mark.length + 1)
  for (const about of ['text', 'phrase', 'subquery'] as const) {
    if (question.startsWith(`${about} `)) return { about, argument: question.slice(about.length + 1) }
  }
  return undefined
}
