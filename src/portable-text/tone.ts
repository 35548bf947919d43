/**
 * Classes that give a picture the colour that is shown until it is there: a level of 0 to 15 for each of red, green
 * and blue. Classes, because a policy that allows no inline styles allows no colour in a `style` attribute.
 */
export function toneClass(colour: string | undefined): string {
  if (colour === undefined) return ''
  const level = (at: number) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) / 17)
  return `tone r${level(1)} g${level(3)} b${level(5)}`
}
