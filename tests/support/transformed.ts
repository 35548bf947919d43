import sharp, { type Metadata } from 'sharp'
import { expect } from 'vitest'
import { get } from './http-get.ts'
import type { TestLake } from './lake.ts'
import { type Colour, colourAt } from './quadrants.ts'

/** A place in a picture and the colour that is there. */
export type Point = [left: number, top: number, colour: Colour]

/** What the lake makes of a picture that is uploaded first. */
export async function made(lake: TestLake, original: Buffer, query: string, headers = {}): Promise<Buffer> {
  const { url } = await lake.client.assets.upload('image', original)
  const { status, bytes } = await get(`${url}?${query}`, headers)
  expect(status, bytes.toString().slice(0, 200)).toBe(200)
  return bytes
}

/** Holds a picture against what is expected of it. */
export async function check(bytes: Buffer, expected: Partial<Metadata>, points: Point[] = []): Promise<void> {
  expect(await sharp(bytes).metadata()).toMatchObject(expected)
  for (const [left, top, colour] of points) {
    expect([left, top, await colourAt(bytes, left, top)]).toEqual([left, top, colour])
  }
}
