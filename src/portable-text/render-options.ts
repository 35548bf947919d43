export type RenderOptions = {
  /** True where the HTML leaves the site, as in feeds: one address for each picture, no anchors, no styles. */
  absolute: boolean
  /** Completes an address of the site where the HTML leaves it. */
  address: (href: string) => string
}
