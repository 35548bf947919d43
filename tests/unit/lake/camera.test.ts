import { describe, expect, test } from 'vitest'
import { cameraFacts } from '../../../scripts/lake/assets/camera.ts'

type Entry = [tag: number, type: number, count: number, value: Buffer]

const ascii = (tag: number, text: string): Entry => [tag, 2, text.length + 1, Buffer.from(`${text}\0`)]
const byte = (tag: number, value: number): Entry => [tag, 1, 1, Buffer.from([value])]
const pointer = (tag: number, value: number): Entry => [tag, 4, 1, integers(value)]
const rationals = (tag: number, ...parts: number[]): Entry => [tag, 5, parts.length / 2, integers(...parts)]

function integers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}

/** One directory of EXIF data as it lies at this place in the whole, long values after it. */
function directory(start: number, entries: Entry[]): Buffer {
  const table = Buffer.alloc(2 + entries.length * 12 + 4)
  table.writeUInt16LE(entries.length)
  const values: Buffer[] = []
  let next = start + table.length
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 2 + index * 12
    table.writeUInt16LE(tag, at)
    table.writeUInt16LE(type, at + 2)
    table.writeUInt32LE(count, at + 4)
    if (value.length <= 4) value.copy(table, at + 8)
    else {
      table.writeUInt32LE(next, at + 8)
      values.push(value)
      next += value.length
    }
  }
  return Buffer.concat([table, ...values])
}

function exif(place: Entry[]): Buffer {
  const start = 8
  const gps = 100
  const first = directory(start, [ascii(0x010f, 'Tests'), pointer(0x8825, gps)])
  const padding = Buffer.alloc(gps - start - first.length)
  const header = Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1')
  return Buffer.concat([header, first, padding, directory(gps, place)])
}

const latitude = rationals(2, 59, 1, 56, 1, 5572, 100)
const longitude = rationals(4, 10, 1, 52, 1, 408, 100)
const place = [ascii(1, 'N'), latitude, ascii(3, 'E'), longitude]

describe('the place where a picture was taken', () => {
  test.each<[string, Entry[], unknown]>([
    ['north-east', place, { lat: 59.948811111111105, lng: 10.8678 }],
    [
      'south-west',
      [ascii(1, 'S'), latitude, ascii(3, 'W'), longitude],
      { lat: -59.948811111111105, lng: -10.8678 },
    ],
    ['above the sea', [...place, byte(5, 0), rationals(6, 28, 10)], { alt: 2.8 }],
    ['below the sea', [...place, byte(5, 1), rationals(6, 28, 10)], { alt: -2.8 }],
  ])('%s', (_, entries, expected) => {
    const { location } = cameraFacts(exif(entries))
    expect(location).toMatchObject({ _type: 'geopoint', ...Object(expected) })
  })

  test.each<[string, Entry[]]>([
    ['nothing', []],
    ['no direction', [ascii(1, ''), latitude, ascii(3, ''), longitude]],
    ['a wrong direction', [ascii(1, 'X'), latitude, ascii(3, 'E'), longitude]],
    ['half of it', [ascii(1, 'N'), latitude]],
    ['divided by nothing', [ascii(1, 'N'), rationals(2, 59, 0, 0, 0, 0, 0), ascii(3, 'E'), longitude]],
  ])('is left out where the camera wrote down %s', (_, entries) => {
    const facts = cameraFacts(exif(entries))
    expect(facts.location).toBeUndefined()
    expect(facts.image).toMatchObject({ Make: 'Tests' })
  })
})

test('EXIF data that is cut off anywhere is no reason to refuse a picture', () => {
  const whole = exif(place)
  for (let length = 0; length < whole.length; length += 1) {
    expect(() => cameraFacts(whole.subarray(0, length))).not.toThrow()
  }
})
