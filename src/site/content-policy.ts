/** What a page may load and do, as a content security policy: nothing but what the site itself is made of. */
export type ContentPolicyInput = {
  /** Where pictures come from, where they are not files of the site. */
  imageOrigin: string | undefined
  /** Search runs WebAssembly. */
  searches: boolean
}

/** Players that a reader may start; see the embeds of a recap. */
const players = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com']

export function contentPolicy({ imageOrigin, searches }: ContentPolicyInput): string {
  const policy = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(searches ? ["'wasm-unsafe-eval'"] : [])],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', ...(imageOrigin === undefined ? [] : [imageOrigin])],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'frame-src': players,
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
  }
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}
