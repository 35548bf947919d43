/** What stands before the content of a tar entry (POSIX.1-1988 ustar, and what GNU made of it). */
export type TarHeader = { name: string; size: number; type: TarType }

export type TarType = 'file' | 'directory' | 'attributes' | 'long name' | 'ignored' | 'link' | 'device'

export const blockSize = 512

/**
 * @param block 512 bytes
 * @returns undefined for the empty block that ends an archive
 * @throws Error that says what is wrong with it
 */
export function parseTarHeader(block: Buffer): TarHeader | undefined {
  if (block.every((byte) => byte === 0)) return undefined
  if (checksumOf(block) !== octal(block, 148, 8)) throw new Error('the checksum of a header is wrong')
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? text(block, 345, 155) : ''
  const name = text(block, 0, 100)
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: (block[124] ?? 0) & 0x80 ? Number(block.readBigUInt64BE(128)) : octal(block, 124, 12),
    type: typeOf(String.fromCharCode(block[156] ?? 0), name),
  }
}

/** The attributes that an extended header (`x`) gives the entry after it. */
export function parseTarAttributes(bytes: Buffer): Partial<Pick<TarHeader, 'name' | 'size'>> {
  const attributes: Partial<Pick<TarHeader, 'name' | 'size'>> = {}
  for (let start = 0; start < bytes.length; ) {
    const space = bytes.indexOf(' ', start)
    const length = Number(bytes.toString('latin1', start, space))
    if (space < 0 || !(length > 0)) throw new Error('an extended header is broken')
    const [key, value = ''] = bytes.toString('utf8', space + 1, start + length - 1).split(/=(.*)/s)
    if (key === 'path') attributes.name = value
    if (key === 'size') attributes.size = Number(value)
    start += length
  }
  return attributes
}

function typeOf(flag: string, name: string): TarType {
  switch (flag) {
    case '0':
    case '\0':
    case '7':
      return name.endsWith('/') ? 'directory' : 'file'
    case '5':
      return 'directory'
    case 'x':
      return 'attributes'
    case 'L':
      return 'long name'
    case 'g':
    case 'K':
      return 'ignored'
    case '1':
    case '2':
      return 'link'
    default:
      return 'device'
  }
}

function checksumOf(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

function octal(block: Buffer, start: number, length: number): number {
  const digits = text(block, start, length).trim()
  if (!/^[0-7]*$/.test(digits)) throw new Error('a number in a header is none')
  return digits === '' ? 0 : Number.parseInt(digits, 8)
}

function text(block: Buffer, start: number, length: number): string {
  const end = block.indexOf(0, start)
  return block.toString('utf8', start, end < 0 ? start + length : Math.min(end, start + length))
}
