import { randomBytes } from 'node:crypto'

/** 22 letters and digits, random: for transactions, uploads, listeners. */
export function identifier(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from(randomBytes(22), (byte) => alphabet[byte % alphabet.length]).join('')
}
