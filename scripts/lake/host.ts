import { isIP } from 'node:net'

export const loopback = '127.0.0.1'

/** True for the addresses that stand for every interface of the machine. */
export function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** True for a host that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host)
}

/**
 * Whether a request may call the lake by this `Host`. Names of this machine's own may; else only the name that it
 * listens on. A lake on every interface is also called by addresses in digits: those nobody can make point here.
 * @param header the `Host` header, with or without a port
 * @param host what the lake listens on
 */
export function isOwnName(header: string, host: string): boolean {
  const name = header.replace(/:\d{1,5}$/, '').toLowerCase()
  const address = name.replace(/^\[(.*)\]$/, '$1')
  if (/^(localhost|127\.0\.0\.1|\[::1\])$/.test(name)) return true
  return isAnyAddress(host) ? isIP(address) > 0 : address === host.toLowerCase()
}
