import { expect, it } from 'vitest'
import { createProgressBar } from '../../../scripts/build/progress-bar.ts'

/** A bar on a clock of the test's own, which tells the time of each step. */
function barOn(isTTY: boolean) {
  let text = ''
  let time = 0
  const bar = createProgressBar({ isTTY, write: (more) => (text += more) }, () => time)
  const at = (milliseconds: number, done: number) => {
    time = milliseconds
    bar.show('Rendering pages', done, 8)
  }
  return { at, end: bar.end, text: () => text }
}

it('grows in one line of a terminal, and leaves nothing behind', () => {
  const { at, end, text } = barOn(true)
  at(10, 1)
  expect(text()).toBe('')
  at(150, 2)
  expect(text()).toBe('\r\u001b[KRendering pages ██████░░░░░░░░░░░░░░░░░░ 2 of 8')
  at(200, 3)
  at(300, 8)
  end()
  expect(text().split('\r\u001b[K').slice(1)).toEqual([
    'Rendering pages ██████░░░░░░░░░░░░░░░░░░ 2 of 8',
    'Rendering pages ████████████████████████ 8 of 8',
    '',
  ])
})

it('is a line now and then elsewhere, and none for what takes a moment', () => {
  const { at, end, text } = barOn(false)
  at(1000, 1)
  at(2500, 2)
  at(3000, 3)
  at(4600, 4)
  end()
  expect(text()).toBe('Rendering pages: 2 of 8\nRendering pages: 4 of 8\n')
})
