/**
 * What may stand in a document, field by field: the field's path, such as `recap.body[gallery].images[].alt`, and what
 * it holds in plain words, such as `text, required`. Both the Studio's schema and the site's are brought into this form.
 */
export type Shape = Map<string, string>

export function note(shape: Shape, path: string, holds: string, required: boolean): void {
  const said = required ? `${holds}, required` : holds
  const known = shape.get(path)
  shape.set(path, known === undefined || known === said ? said : `${known} or ${said}`)
}

/** One of several values, whatever their order. */
export function choice(values: readonly unknown[]): string {
  return `one of ${values.map(String).toSorted().join(', ')}`
}

/** Every field that differs, with what both sides say of it. */
export function differences(studio: Shape, site: Shape): string[] {
  const paths = [...new Set([...studio.keys(), ...site.keys()])].toSorted()
  return paths
    .filter((path) => studio.get(path) !== site.get(path))
    .map(
      (path) => `${path}: ${studio.get(path) ?? 'not'} in the Studio, ${site.get(path) ?? 'not'} on the site`,
    )
}
