import { describe, expect } from 'vitest'
import {
  keyedRef,
  paragraph,
  ref,
  storedAsset,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedTopic,
  storedVenue,
} from '../../../support/documents.ts'
import { revised, test } from '../../../support/filled-mirror.ts'

const asset = storedAsset('c0ffee')
const picture = { _type: 'image', asset: ref(asset._id), alt: 'A pub' }
const linkTo = (id: string) =>
  paragraph('There', { markDefs: [{ _type: 'internalLink', _key: 'l', reference: ref(id) }] })

describe('a document is refused that refers to what is not there', () => {
  test.for<[place: string, document: object, target: string]>([
    ['authors[0]', storedRecap('r', { authors: [keyedRef('nobody')] }), 'nobody'],
    ['topics[1]', storedRecap('r', { topics: [keyedRef('beer'), keyedRef('nothing')] }), 'nothing'],
    ['event', storedRecap('r', { event: ref('never') }), 'never'],
    [
      'cover.asset',
      storedRecap('r', { cover: { ...picture, asset: ref('image-x-1x1-jpg') } }),
      'image-x-1x1-jpg',
    ],
    [
      'seo.image.asset',
      storedRecap('r', { seo: { image: { ...picture, asset: ref('image-x') } } }),
      'image-x',
    ],
    ['body[0] (image).asset', storedRecap('r', { body: [{ ...picture, asset: ref('image-x') }] }), 'image-x'],
    [
      'body[0] (gallery).images[1].asset',
      storedRecap('r', {
        body: [{ _type: 'gallery', images: [picture, { ...picture, asset: ref('image-x') }] }],
      }),
      'image-x',
    ],
    [
      'body[0] (block).markDefs[0] (internalLink).reference',
      storedRecap('r', { body: [linkTo('gone')] }),
      'gone',
    ],
    [
      'body[0] (callout).text[0] (block).markDefs[0] (internalLink).reference',
      storedRecap('r', { body: [{ _type: 'callout', kind: 'tip', text: [linkTo('gone')] }] }),
      'gone',
    ],
    [
      'bio[0] (block).markDefs[0] (internalLink).reference',
      storedAuthor('r', { bio: [linkTo('gone')] }),
      'gone',
    ],
    ['venue', storedEvent('r', { venue: ref('nowhere') }), 'nowhere'],
    ['photo.asset', storedVenue('r', { photo: { ...picture, asset: ref('image-x') } }), 'image-x'],
  ])('%s', ([place, document, target], { filled }) => {
    filled.change([document, asset, storedAuthor('ada'), storedTopic('beer')])
    const problem = `${place} leads to ${target}, which is not there: it is deleted, or was never published`
    expect(filled.problems()).toEqual({ r: [problem] })
    expect(filled.mirror.refusals()[0]?.stands).toBe('left out')
    expect(filled.mirror.head('r')).toBeUndefined()
  })

  test('or to something of another type', ({ filled }) => {
    filled.change([storedRecap('r', { authors: [keyedRef('beer')] }), storedTopic('beer')])
    expect(filled.problems()).toEqual({
      r: ['authors[0] leads to beer, which is of the type topic and not author'],
    })
  })

  test('or to what is refused itself', ({ filled }) => {
    filled.change([storedRecap('r'), storedAuthor('ada', { name: '' })])
    expect(filled.problems()).toMatchObject({ r: ['authors[0] leads to ada, which is refused itself'] })
  })

  test('or, by way of others, to one that is', ({ filled }) => {
    const chain = ['a', 'b', 'c'].map((id, index, ids) =>
      storedRecap(id, { body: [linkTo(ids[index + 1] ?? 'nothing')] }),
    )
    expect(filled.change([storedAuthor('ada'), ...chain])).toEqual(['ada'])
    expect(Object.keys(filled.problems())).toEqual(['a', 'b', 'c'])
  })
})

test('documents that refer to each other come together', ({ filled }) => {
  const pair = [storedRecap('a', { body: [linkTo('b')] }), storedRecap('b', { body: [linkTo('a')] })]
  expect(filled.change([...pair, storedAuthor('ada')])).toEqual(['a', 'ada', 'b'])
})

test('a refused document comes when what it refers to comes', ({ filled }) => {
  filled.change([storedRecap('b', { body: [linkTo('c')] }), storedRecap('c')])
  expect(filled.change([storedAuthor('ada')])).toEqual(['ada', 'b', 'c'])
  expect(filled.mirror.refusals()).toEqual([])
})

test('the last good version stays where the newest refers to nothing', ({ filled }) => {
  filled.change([storedRecap('r'), storedAuthor('ada')])
  filled.change([revised(storedRecap('r'), { title: 'Later', topics: [keyedRef('beer')] })])
  expect(filled.mirror.head('r')).toMatchObject({ title: 'Title of r' })
  expect(filled.mirror.refusals()).toMatchObject([{ id: 'r', title: 'Later', stands: 'older version' }])
  expect(filled.change([storedTopic('beer')])).toEqual(['beer', 'r'])
  expect(filled.mirror.head('r')).toMatchObject({ title: 'Later' })
})

test('what was good stays when what it refers to goes, and is named until that is back', ({ filled }) => {
  filled.change([storedRecap('r'), storedAuthor('ada')])
  filled.change([], ['ada'])
  expect(filled.mirror.head('r')).toMatchObject({ title: 'Title of r' })
  expect(filled.mirror.refusals()).toMatchObject([
    {
      id: 'r',
      type: 'recap',
      stands: 'as it is',
      problems: [expect.stringContaining('authors[0] leads to ada')],
    },
  ])
  filled.change([storedAuthor('ada')])
  expect(filled.mirror.refusals()).toEqual([])
})

test('the same where what it refers to becomes something else', ({ filled }) => {
  filled.change([storedRecap('r'), storedAuthor('ada')])
  filled.change([revised(storedTopic('ada'))])
  expect(filled.problems()).toEqual({
    r: ['authors[0] leads to ada, which is of the type topic and not author'],
  })
  filled.change([revised(storedAuthor('ada'))])
  expect(filled.problems()).toEqual({})
})

test('an invalid version of what it refers to takes nothing from a document', ({ filled }) => {
  filled.change([storedRecap('r'), storedAuthor('ada')])
  filled.change([revised(storedAuthor('ada'), { name: '' }), storedRecap('s')])
  expect(filled.mirror.ids()).toEqual(['ada', 'r', 's'])
  expect(Object.keys(filled.problems())).toEqual(['ada'])
})
