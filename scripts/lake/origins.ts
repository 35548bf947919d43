import { forbidden } from './errors.ts'

/** Which web pages may talk to the lake. Programs send no Origin and are not concerned. */
export class Origins {
  readonly #allowed: ReadonlySet<string>

  /** @param allowed addresses of pages, of which only scheme, host and port count */
  constructor(allowed: string[]) {
    this.#allowed = new Set(allowed.map((address) => new URL(address).origin))
  }

  /** In the form of the API for the origins that a project allows. */
  list(): object[] {
    return [...this.#allowed].map((origin, index) => ({ id: index + 1, origin, allowCredentials: true }))
  }

  /** Refuses a page that is not allowed, and a host name that somebody has made point here. */
  check(request: { host: string | null | undefined; origin: string | null | undefined }): void {
    if (!isLoopback(request.host ?? '')) {
      throw forbidden('The local lake answers on localhost, 127.0.0.1 and [::1] only')
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

function isLoopback(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)
}
