import { isDeepStrictEqual } from 'node:util'
import { align } from './alignment.ts'
import { commonEnds } from './common-ends.ts'
import { opcode } from './opcode.ts'
import { type MendozaPatch, PatchDraft } from './patch-draft.ts'
import { element, field, type Place, root } from './place.ts'

/**
 * How to come from `before` to `after`, both JSON values: empty if nothing differs, never longer (as JSON) than
 * the whole value pushed, `[0, after]`. Fields are counted, so the patch fits `before` with exactly the fields it
 * has here. It may hold parts of `after` itself, not copies of them.
 */
export function encodePatch(before: unknown, after: unknown): MendozaPatch {
  const draft = new PatchDraft()
  if (!isDeepStrictEqual(before, after)) writeChange(draft, before, after, root(after))
  return draft.patch
}

function writeChange(draft: PatchDraft, before: unknown, after: unknown, place: Place): void {
  draft.writeShorter(() => {
    if (typeof before === 'string' && typeof after === 'string') return writeText(draft, before, after, place)
    if (Array.isArray(before) && Array.isArray(after)) return writeElements(draft, before, after, place)
    if (isObject(before) && isObject(after)) return writeFields(draft, before, after, place)
    return false
  }, place.whole)
}

function writeFields(draft: PatchDraft, before: JsonObject, after: JsonObject, place: Place): boolean {
  // Whoever applies the patch copies fields by assigning them, which this one does not survive.
  if (Object.hasOwn(before, '__proto__') || Object.hasOwn(after, '__proto__')) return false

  draft.write(place.copy)
  for (const [index, key] of Object.keys(before).sort().entries()) {
    if (!Object.hasOwn(after, key)) {
      draft.write([opcode.objectDeleteField, index])
    } else if (!isDeepStrictEqual(before[key], after[key])) {
      writeChange(draft, before[key], after[key], field(index, key, after[key]))
    }
  }
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key)) draft.write([opcode.objectSetFieldValue, value, key])
  }
  draft.write(place.leave)
  return true
}

function writeElements(draft: PatchDraft, before: unknown[], after: unknown[], place: Place): boolean {
  // A blank to which nothing is appended would be null.
  if (after.length === 0) return false

  // Not the copy: whoever keeps the history of values would append to the array before itself.
  draft.write(place.blank)
  for (const stretch of align(before, after)) {
    if (stretch.kind === 'slice') writeSlice(draft, stretch.from, stretch.to)
    else if (stretch.kind === 'new') draft.write([opcode.arrayAppendValue, stretch.after])
    else writeChange(draft, before[stretch.from], stretch.after, element(stretch.from, stretch.after))
  }
  draft.write(place.leave)
  return true
}

/** Slices are applied as the arguments of one call, of which there must not be too many. */
const longestSlice = 10_000

function writeSlice(draft: PatchDraft, from: number, to: number): void {
  for (let left = from; left < to; left += longestSlice) {
    draft.write([opcode.arrayAppendSlice, left, Math.min(left + longestSlice, to)])
  }
}

/**
 * Slices of strings are counted in bytes of UTF-8. Only the start and the end are ever copied: applied without
 * history, a slice from the middle comes out too long if a character beyond ASCII stands before it.
 */
function writeText(draft: PatchDraft, before: string, after: string, place: Place): boolean {
  // As above; and half a surrogate pair has no length in UTF-8 to rely on.
  if (after === '' || !before.isWellFormed() || !after.isWellFormed()) return false

  const { prefix, suffix } = commonEnds(before, after)
  const isAppended = prefix === before.length
  draft.write(isAppended ? place.copy : place.blank)
  if (prefix > 0 && !isAppended) draft.write([opcode.stringAppendSlice, 0, bytes(before.slice(0, prefix))])
  const inserted = after.slice(prefix, after.length - suffix)
  if (inserted) draft.write([opcode.stringAppendString, inserted])
  if (suffix > 0) {
    const end = bytes(before)
    draft.write([opcode.stringAppendSlice, end - bytes(before.slice(before.length - suffix)), end])
  }
  draft.write(place.leave)
  return true
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}

type JsonObject = Record<string, unknown>

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
