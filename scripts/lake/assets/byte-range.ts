/** First and last byte, both included. */
export type ByteRange = { first: number; last: number }

/**
 * The part of a file that a `Range` header asks for. Undefined means all of it, which is a right answer to
 * anything but one plain range; null means that the file has no such part.
 */
export function parseByteRange(header: string | null, size: number): ByteRange | undefined | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from === '')
    return to === '0' || size === 0 ? null : { first: Math.max(size - Number(to), 0), last: size - 1 }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first >= size) return null
  return first <= last ? { first, last } : undefined
}
