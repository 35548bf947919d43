import { expect, it } from 'vitest'
import { studioAddress } from '../../../src/cms/studio-address.ts'

it.each([
  ['recap-one', 'recap', 'https://studio.example/intent/edit/id=recap-one;type=recap/'],
  [
    'a;b=c/d',
    'sanity.imageAsset',
    'https://studio.example/intent/edit/id=a%3Bb%3Dc%2Fd;type=sanity.imageAsset/',
  ],
])('leads to the document %s', (id, type, address) => {
  expect(studioAddress('https://studio.example', { id, type })).toBe(address)
})
