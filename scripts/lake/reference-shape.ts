/**
 * The first attribute of a reference that is not one of Sanity's own, which all begin with an underscore. The hosted
 * lake keeps nothing else beside `_ref`.
 */
export function strangerInReference(document: object): string | undefined {
  const open: object[] = [document]
  for (let next = open.pop(); next; next = open.pop()) {
    if ('_ref' in next && typeof next._ref === 'string') {
      const stranger = Object.keys(next).find((key) => !key.startsWith('_'))
      if (stranger !== undefined) return stranger
    }
    for (const item of Object.values(next)) if (typeof item === 'object' && item !== null) open.push(item)
  }
  return undefined
}
