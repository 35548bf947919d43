import { forbidden } from './errors.ts'
import { isOwnName } from './host.ts'

/** Which web pages may talk to the lake. Programs send no Origin and are not concerned. */
export class Origins {
  readonly #allowed: ReadonlySet<string>
  readonly #host: string

  /**
   * @param allowed addresses of pages, of which only scheme, host and port count
   * @param host what the lake listens on
   */
  constructor(allowed: string[], host: string) {
    this.#host = host
    this.#allowed = new Set(allowed.map((address) => new URL(address).origin))
  }

  /** In the form of the API for the origins that a project allows. */
  list(): object[] {
    return [...this.#allowed].map((origin, index) => ({ id: index + 1, origin, allowCredentials: true }))
  }

  /** Refuses a page that is not allowed, and a host name that somebody has made point here. */
  check(request: { host: string | null | undefined; origin: string | null | undefined }): void {
    if (!isOwnName(request.host ?? '', this.#host)) {
      throw forbidden(
        'The local lake answers on localhost, 127.0.0.1 and [::1] only, and on what it was told with --host',
      )
    }
    if (request.origin && !this.#allowed.has(request.origin)) {
      throw forbidden(`Origin not allowed: ${request.origin.slice(0, 200)}`)
    }
  }

  /** The headers that let an allowed page read an answer. */
  headersFor(origin: string | null | undefined): Record<string, string> {
    if (!origin || !this.#allowed.has(origin)) return {}
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'content-type, x-sanity-sha1',
    }
  }
}
