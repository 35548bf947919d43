import { applyPatch } from 'mendoza'
import { describe, expect, test } from 'vitest'
import { encodePatch } from '../../../scripts/lake/mendoza/encode.ts'

const sentence = 'The landlord rang the bell for last orders, and nobody moved.'

describe('what a patch looks like', () => {
  test.each<[string, unknown, unknown, unknown[]]>([
    ['nothing to nothing', null, null, []],
    ['the same, fields in another order', { a: 1, b: [{}] }, { b: [{}], a: 1 }, []],
    ['a new document', null, { _id: 'a' }, [0, { _id: 'a' }]],
    ['a deleted one', { _id: 'a', title: sentence }, null, [0, null]],
    ['another kind of value', { a: [sentence] }, { a: { b: 1 } }, [17, { b: 1 }, 'a']],
    ['a short string', 'ab', 'ac', [0, 'ac']],
    ['a string', sentence, sentence.replace('bell', 'gong'), [2, 23, 0, 22, 22, 'gong', 23, 26, 61]],
    ['text appended', sentence, `${sentence} Yes.`, [22, ' Yes.']],
    ['text put first', sentence, `Yes. ${sentence}`, [2, 22, 'Yes. ', 23, 0, 61]],
    ['text taken out', sentence, sentence.replace(' last', ''), [2, 23, 0, 31, 23, 36, 61]],
    ['text taken from the end', sentence, sentence.slice(0, -1), [2, 23, 0, 60]],
    ['text repeated', `${sentence}aa`, `${sentence}aaa`, [22, 'a']],
    [
      'characters of two and three bytes before the change',
      `naïve 漢字 x ${sentence}`,
      `naïve 漢字 y ${sentence}`,
      [2, 23, 0, 14, 22, 'y', 23, 15, 77],
    ],
    [
      'first halves of characters alike',
      `${sentence}😀${sentence}`,
      `${sentence}😁${sentence}`,
      [2, 23, 0, 61, 22, '😁', 23, 65, 126],
    ],
    [
      'second halves alike',
      `${sentence}\u{1f600}${sentence}`,
      `${sentence}\u{1fa00}${sentence}`,
      [2, 23, 0, 61, 22, '\u{1fa00}', 23, 65, 126],
    ],
    ['half a character', `${sentence}\ud83d`, `${sentence}\ud83e`, [0, `${sentence}\ud83e`]],
    ['an emptied string', { text: sentence }, { text: '' }, [6, 0, 0, '', 15]],
    [
      'fields set, changed, taken away',
      { a: sentence, b: 2, c: 3 },
      { a: sentence, c: 4, d: 5 },
      [19, 1, 17, 4, 'c', 17, 5, 'd'],
    ],
    [
      'a field with a long name',
      { aVeryLongName: 1, b: sentence },
      { aVeryLongName: 2, b: sentence },
      [6, 0, 0, 2, 15],
    ],
    ['all fields taken away', { a: { b: sentence } }, { a: {} }, [17, {}, 'a']],
    [
      'names sorted as the decoder does',
      { b: 1, '😀': 2, '\uffee': 3, 10: 4, 9: 5 },
      { b: 1, '😀': 2, 10: 4, 9: 5 },
      [19, 4],
    ],
    [
      'a field deep down',
      { a: { b: { c: 1, d: sentence } } },
      { a: { b: { c: 2, d: sentence } } },
      [10, 0, 10, 0, 17, 2, 'c', 15, 15],
    ],
    ['a name that cannot be copied', json('{"__proto__":1,"a":1}'), { a: 1 }, [0, { a: 1 }]],
    ['an emptied array', { list: [1, 2, 3] }, { list: [] }, [6, 0, 0, [], 15]],
    ['an array that was empty', [], [1], [0, [1]]],
    ['elements appended', [sentence, 1], [sentence, 1, 2, 3], [2, 21, 0, 2, 20, 2, 20, 3]],
    ['an element put in', [sentence, sentence], [sentence, 1, sentence], [2, 21, 0, 1, 20, 1, 21, 1, 2]],
    ['an element taken out', [sentence, 1, sentence], [sentence, sentence], [2, 21, 0, 1, 21, 2, 3]],
    [
      'equal elements stay together',
      [1, 2, 1, 3, 1, 4, sentence, 5],
      [9, 1, 2, 1, 3, 1, 4, sentence],
      [2, 20, 9, 21, 0, 7],
    ],
    ['the first of several', [1, 2, sentence, 'b', sentence, 3], [sentence, 'b', 4], [2, 21, 2, 4, 20, 4]],
    ['a list in a list', [[sentence, 1]], [[sentence, 2]], [2, 13, 0, 21, 0, 1, 20, 2, 16]],
  ])('%s', (_, before, after, patch) => {
    expect(encodePatch(before, after)).toEqual(patch)
    expect(applyPatch(before, patch)).toStrictEqual(after)
  })
})

describe('the length of a patch to a recap of 40 blocks', () => {
  const recap = { _id: 'recap', _type: 'recap', _updatedAt: '2026-11-02T20:15:00Z', body: blocks(40) }
  const [first, ...others] = recap.body

  test.each<[string, unknown, number]>([
    ['a word in one span', bodyWith((text) => text.replace('bell', 'gong')), 86],
    ['a letter typed at the end of a span', bodyWith((text) => `${text}x`), 66],
    ['a block put in', { ...recap, body: recap.body.toSpliced(20, 0, block(99)) }, 220],
    ['a block taken out', { ...recap, body: recap.body.toSpliced(20, 1) }, 26],
    ['the first block moved to the end', { ...recap, body: [...others, first] }, 24],
    ['all in reverse', { ...recap, body: recap.body.toReversed() }, 350],
    ['saved again', { ...recap, _updatedAt: '2026-11-02T20:16:07Z' }, 33],
    ['a field more', { ...recap, title: 'Bell' }, 19],
    ['the text gone', { _id: recap._id, _type: recap._type, _updatedAt: recap._updatedAt }, 6],
  ])('%s', (_, after, length) => {
    const patch = encodePatch(recap, after)
    expect(applyPatch(recap, patch)).toStrictEqual(after)
    expect(JSON.stringify(patch)).toHaveLength(length)
  })

  function bodyWith(change: (text: string) => string): unknown {
    const children = [{ _key: 's20', _type: 'span', marks: [], text: change(`20. ${sentence}`) }]
    return { ...recap, body: recap.body.with(20, { ...block(20), children }) }
  }
})

test('an array with more elements than a call can have arguments', () => {
  const before = { list: Array.from({ length: 300_000 }, (_, index) => index % 7) }
  const after = { list: [...before.list, 8] }
  const patch = encodePatch(before, after)
  expect(applyPatch(before, patch)).toEqual(after)
  expect(JSON.stringify(patch).length).toBeLessThan(600)
})

function blocks(count: number) {
  return Array.from({ length: count }, (_, index) => block(index))
}

function block(index: number) {
  const span = { _key: `s${index}`, _type: 'span', marks: [], text: `${index}. ${sentence}` }
  return { _key: `b${index}`, _type: 'block', style: 'normal', markDefs: [], children: [span] }
}

function json(text: string): unknown {
  return JSON.parse(text)
}
