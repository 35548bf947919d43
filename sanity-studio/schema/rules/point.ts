import type { GeopointValue } from 'sanity'

/** `true` for a point of which both coordinates are known. None is not its business. */
export function checkPoint(point: Partial<GeopointValue> | undefined): true | string {
  if (!point || (typeof point.lat === 'number' && typeof point.lng === 'number')) return true
  return 'A point needs both its latitude and its longitude.'
}
