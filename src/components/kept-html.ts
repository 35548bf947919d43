const kept = new WeakMap<object, Map<string, string>>()

/** The HTML of a part that many pages show, rendered where it is not known yet; forgotten with the object that it shows. */
export async function keptHtml(of: object, as: string, render: () => Promise<string>): Promise<string> {
  let looks = kept.get(of)
  if (!looks) {
    looks = new Map()
    kept.set(of, looks)
  }
  let html = looks.get(as)
  if (html === undefined) {
    html = await render()
    looks.set(as, html)
  }
  return html
}
