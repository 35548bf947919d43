/** Something of another site that can be played on a page: who plays it, and the address of the player alone. */
export type Player = { site: string; address: string }

/**
 * The player of a video's address; undefined for anything else, such as the page of a channel. It sets no cookies
 * before it is played.
 */
export function playerOf(url: string): Player | undefined {
  const { hostname, pathname, searchParams } = new URL(url)
  const host = hostname.replace(/^(?:www|m|music|player)\./, '')
  if (host === 'vimeo.com') return vimeo(pathname)
  if (host === 'youtu.be') return youTube(pathname.slice(1), searchParams)
  if (host !== 'youtube.com' && host !== 'youtube-nocookie.com') return undefined
  const inPath = /^\/(?:embed|shorts|live|v)\/([^/]+)/.exec(pathname)?.[1]
  return youTube(inPath ?? searchParams.get('v') ?? '', searchParams)
}

function youTube(id: string, parameters: URLSearchParams): Player | undefined {
  if (!/^[\w-]{11}$/.test(id)) return undefined
  const start = secondsOf(parameters.get('t') ?? parameters.get('start') ?? '')
  const from = start > 0 ? `&start=${start}` : ''
  return { site: 'YouTube', address: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${from}` }
}

/** `90`, `90s` or `1m30s`, as YouTube writes them. */
function secondsOf(time: string): number {
  const [, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time) ?? []
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

/** A video that is not listed has a second part in its address, without which it does not play. */
function vimeo(pathname: string): Player | undefined {
  const [, id, key] =
    /^\/(?:video\/|channels\/[^/]+\/|groups\/[^/]+\/videos\/)?(\d+)(?:\/(\w+))?\/?$/.exec(pathname) ?? []
  if (!id) return undefined
  return {
    site: 'Vimeo',
    address: `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1${key ? `&h=${key}` : ''}`,
  }
}
