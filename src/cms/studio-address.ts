/**
 * The address that opens a document in the Studio, whichever list it is on.
 * @param studioUrl of the Studio, without a slash at its end
 */
export function studioAddress(studioUrl: string, { id, type }: { id: string; type: string }): string {
  return `${studioUrl}/intent/edit/id=${encodeURIComponent(id)};type=${encodeURIComponent(type)}/`
}
