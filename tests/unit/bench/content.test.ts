import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { countsFor } from '../../../scripts/bench/content/counts.ts'
import { generateContent } from '../../../scripts/bench/content/generate.ts'
import { drawPictures } from '../../../scripts/bench/content/pictures.ts'
import { parseDocument } from '../../../src/cms/parse-document.ts'

const request = { recaps: 60, documents: 400 }
const documents = [...generateContent(request)]
const recaps = documents.filter(({ _type }) => _type === 'recap')
const bodies = z
  .array(z.object({ body: z.array(z.looseObject({ _type: z.string() })) }))
  .parse(recaps)
  .map(({ body }) => body)

describe('generated content', () => {
  test('is the same for the same seed, and another for another', () => {
    const text = (seed: number) => JSON.stringify([...generateContent({ ...request, seed })])
    expect(text(7)).toBe(text(7))
    expect(text(7)).not.toBe(text(8))
  })

  test('holds nothing that the site would refuse', () => {
    const refused = documents
      .map((document) => parseDocument(document))
      .filter((parsed) => 'problems' in parsed)
    expect(refused).toEqual([])
  })

  test('refers only to documents that came before', () => {
    const known = new Set<string>()
    for (const document of documents) {
      for (const [, id = ''] of JSON.stringify(document).matchAll(/"_ref":"([^"]+)"/g))
        expect(known, `${document._id} refers to ${id}`).toContain(id)
      known.add(document._id)
    }
  })

  test('has ids and, within a type, slugs that are unique', () => {
    const slugged = z.object({ _type: z.string(), slug: z.object({ current: z.string() }) })
    const slugs = documents.flatMap((document) => {
      const { data } = slugged.safeParse(document)
      return data ? [`${data._type} ${data.slug.current}`] : []
    })
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(new Set(documents.map(({ _id }) => _id)).size).toBe(documents.length)
  })

  test('has recaps of 500 to 700 words, about 600 on average', () => {
    const lengths = bodies.map((body) => wordsIn(body))
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(500)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(700)
    const mean = lengths.reduce((sum, length) => sum + length) / lengths.length
    expect(mean).toBeGreaterThan(570)
    expect(mean).toBeLessThan(630)
  })

  test('has headings, a list and two pictures in each recap, and links and marks in most', () => {
    const count = (body: object[], what: object) =>
      body.filter((block) =>
        Object.entries(what).every(([name, value]) => Reflect.get(block, name) === value),
      ).length
    for (const body of bodies) {
      expect(count(body, { style: 'h2' })).toBeGreaterThan(1)
      expect(count(body, { listItem: 'bullet' })).toBe(4)
      expect(count(body, { _type: 'image' })).toBe(2)
    }
    const linked = bodies.filter((body) => JSON.stringify(body).includes('"internalLink"'))
    expect(linked.length).toBeGreaterThan(bodies.length / 2)
  })

  test('has publications over fifteen years, the newest last', () => {
    const times = recaps.map(({ publishedAt }) => Date.parse(String(publishedAt)))
    const year = 365 * 24 * 3600 * 1000
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(14 * year)
    expect(times.at(-1)).toBe(Math.max(...times))
  })

  test('uses real pictures where it is given some', async () => {
    const drawn = await drawPictures(3)
    const pictures = drawn.map(({ picture }) => picture)
    const content = [...generateContent({ ...request, pictures })]
    const assets = content.filter(({ _type }) => _type === 'sanity.imageAsset')
    expect(assets.map(({ sha1hash }) => sha1hash)).toEqual(pictures.map(({ sha1hash }) => sha1hash))
    expect(new Set(pictures.map(({ sha1hash }) => sha1hash)).size).toBe(3)
    expect(content.length).toBe(request.documents)
  })
})

describe('numbers of documents', () => {
  const cases: [recaps: number, documents: number][] = [
    [1, 23],
    [60, 400],
    [100, 300],
    [1_000, 3_000],
    [10_000, 30_000],
  ]
  test.each(cases)('%i recaps in %i documents', (recaps, documents) => {
    const counts = countsFor(recaps, documents)
    expect(Object.values(counts).every((count) => count > 0)).toBe(true)
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(documents - 1)
    expect(counts.recaps).toBe(recaps)
  })

  test('are counted out', () => {
    expect(documents.length).toBe(request.documents)
    expect(recaps.length).toBe(request.recaps)
  })

  test('that do not fit are refused', () => {
    expect(() => countsFor(10, 12)).toThrow('12 documents leave no room for 10 recaps')
  })
})

function wordsIn(body: object[]): number {
  const text = z
    .array(z.object({ children: z.array(z.object({ text: z.string() })).default([]) }))
    .parse(body)
  return text.flatMap(({ children }) =>
    children
      .map((child) => child.text)
      .join('')
      .split(/\s+/)
      .filter(Boolean),
  ).length
}
