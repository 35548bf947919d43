const longestWait = 60_000
const pause = 1000

/**
 * A `fetch` for a lake that is being restarted: what only reads is asked for again each second, for up to a
 * minute. Sanity would take the whole form away at the first failure, with what was typed last. Who is logged
 * in is asked once, so that a Studio opened without its lake says so at once.
 */
export const patientFetch: typeof fetch = async (input, init) => {
  const giveUpAt = Date.now() + (canWait(input, init) ? longestWait : 0)
  for (;;) {
    try {
      return await fetch(input, init)
    } catch (error) {
      if (init?.signal?.aborted || Date.now() >= giveUpAt) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

function canWait(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  const request = new Request(input, { method: init?.method })
  return request.method === 'GET' && !request.url.includes('/users/me')
}
