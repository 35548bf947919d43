import { expect, it } from 'vitest'
import { wordsOfAddress } from '../../../src/search/words-of-address.ts'

it.each<[string, string[]]>([
  ['/', []],
  ['/recaps/the-coat-nobody-came-back-for/', ['the', 'coat', 'nobody', 'came', 'back', 'for']],
  ['/2019/05/Risk_Registers.html', ['Risk', 'Registers']],
  ['/2019/12-beers/', ['beers']],
  ['/2019/', ['2019']],
  ['/caf%C3%A9-%E4%BD%A0%E5%A5%BD/', ['café', '你好']],
  ['/100%/', ['100']],
  ['/%3Cscript%3Ealert(1)%3C/script%3E', ['script']],
  ['/a-b-c/', []],
  [`/${'word-'.repeat(20)}`, Array(8).fill('word')],
])('%s says %j', (path, words) => {
  expect(wordsOfAddress(path)).toEqual(words)
})
