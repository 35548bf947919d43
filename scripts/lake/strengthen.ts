/**
 * A copy in which references that had to be weak until their target was published are what they should be.
 * The Studio marks them with `_strengthenOnPublish`, whose `weak` says whether they stay weak.
 */
export function strengthenReferences<Value>(value: Value): Value {
  return strengthened(value) as Value
}

function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthened)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([name, item]) => [name, strengthened(item)])
  const copy: Record<string, unknown> = Object.fromEntries(parts)
  if (!('_ref' in copy) || !('_strengthenOnPublish' in copy)) return copy
  const { _strengthenOnPublish: mark, _weak, ...reference } = copy
  const staysWeak = typeof mark === 'object' && mark !== null && 'weak' in mark && mark.weak === true
  return staysWeak ? { ...reference, _weak: true } : reference
}
