/** Fields of a recap that a layout may need, each with what it is called in messages. */
export const needable = {
  event: 'an evening',
  cover: 'a cover picture',
  topics: 'a topic',
} as const

export type Need = keyof typeof needable

export function isNeedable(name: unknown): name is Need {
  return typeof name === 'string' && name in needable
}

type Wanting = { name: string; title: string; needs: Need[] }

/** What a recap has not got and its layout needs, as messages at the fields where it is to be put. */
export function checkLayoutNeeds(recap: Readonly<Record<string, unknown>> | undefined, layouts: Wanting[]) {
  const layout = layouts.find(({ name }) => name === recap?.template)
  const missing = (layout?.needs ?? []).filter((field) => isEmpty(recap?.[field]))
  if (!layout || missing.length === 0) return true
  return missing.map((field) => ({
    message: `The layout “${layout.title}” needs ${needable[field]}. Add one, or choose another layout under Settings.`,
    path: [field],
  }))
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object' || value === null) return true
  // A picture that was taken out again leaves its description behind.
  return !('_ref' in value) && !('asset' in value && value.asset)
}
