/** A document with something in it that an organiser did wrong, `slip` saying what and where. */
export type Slip = { slip: string; document: StoredDocument }

export type StoredDocument = { _id: string; _type: string; [field: string]: unknown }

type Path = readonly (string | number)[]

/** What fingers write where something else belongs. */
const wrongWords = ['   ', 'javascript:alert(1)', 'example.org', 'https://', 'Ä b', '2026', 'page']

/** Filled in by pointing and by the editor itself, never by typing. */
const notTyped =
  /\.(?:hotspot|crop|children|marks|level|style|listItem|_\w+)(?:\.|\[|$)|\.markDefs(?:\[[^\]]*\])?$|\[block\]$/

/** Fields that only take what a list or a calendar offers. */
const chosen = /\.(?:status|kind|language|dateStyle|template|startsAt|endsAt|publishedAt|_ref)$/

/** Whoever empties an address takes all of it away. */
const whole = /\.slug\.current$/

/** Every slip that can be made in a form of this document: things left out, emptied, or written wrongly. */
export function slipsOf(document: StoredDocument): Slip[] {
  return placesIn(document).flatMap(({ path, place, value }) =>
    notTyped.test(place)
      ? []
      : slipsAt(place, value).map(({ what, instead }) => ({
          slip: `${place} ${what}`,
          document: replaced(document, path, instead),
        })),
  )
}

function slipsAt(place: string, value: unknown): { what: string; instead: unknown }[] {
  const leftOut = { what: 'left out', instead: undefined }
  if (Array.isArray(value)) return [leftOut, { what: 'emptied', instead: [] }]
  if (typeof value === 'number')
    return [leftOut, ...[-1, 1.5].map((instead) => ({ what: `is ${instead}`, instead }))]
  if (typeof value === 'string' && !chosen.test(place)) {
    const wrong = wrongWords.map((instead) => ({ what: `is “${instead}”`, instead }))
    return whole.test(place) ? wrong : [leftOut, ...wrong]
  }
  // Only in a list can something be begun and left empty.
  if (place.endsWith(']') && typeof value === 'object' && value !== null && '_type' in value)
    return [leftOut, { what: 'emptied', instead: { _type: value._type } }]
  return [leftOut]
}

type Place = { path: Path; place: string; value: unknown }

function placesIn(document: StoredDocument): Place[] {
  return inside(document, [], document._type).filter(({ path }) => path.length > 0)
}

function inside(value: unknown, path: Path, place: string): Place[] {
  const here = { path, place, value }
  if (Array.isArray(value))
    return [
      here,
      ...value.flatMap((item, index) => inside(item, [...path, index], `${place}[${typeOf(item)}]`)),
    ]
  if (typeof value !== 'object' || value === null) return [here]
  const fields = Object.entries(value).filter(([name]) => !name.startsWith('_') || name === '_ref')
  return [here, ...fields.flatMap(([name, part]) => inside(part, [...path, name], `${place}.${name}`))]
}

function typeOf(item: unknown): string {
  return typeof item === 'object' && item !== null && '_type' in item ? String(item._type) : typeof item
}

function replaced(document: StoredDocument, path: Path, instead: unknown): StoredDocument {
  const copy = structuredClone(document)
  const parent = path.slice(0, -1).reduce<unknown>((part, key) => Reflect.get(Object(part), key), copy)
  const last = path.at(-1) ?? ''
  if (Array.isArray(parent) && instead === undefined) parent.splice(Number(last), 1)
  else if (instead === undefined) Reflect.deleteProperty(Object(parent), last)
  else Reflect.set(Object(parent), last, instead)
  return copy
}
