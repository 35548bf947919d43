import { expect, test } from 'vitest'
import { createProgress } from '../../../scripts/content/progress.ts'

function told(isTTY: boolean): string {
  let text = ''
  const progress = createProgress({ isTTY, write: (more) => (text += more) })
  progress.show({ step: 'Exporting documents...', current: 1, total: '?' })
  progress.show({ step: 'Exporting documents...', current: 2, total: 3 })
  progress.show({ step: 'Downloading assets' })
  progress.end()
  progress.end()
  return text
}

test('a terminal sees one line that changes and goes', () => {
  const line = (text: string) => `\r\u001b[K${text}`
  expect(told(true)).toBe(
    [
      line('  Exporting documents 1'),
      line('  Exporting documents 2 of 3'),
      line('  Downloading assets'),
      line(''),
    ].join(''),
  )
})

test('elsewhere each step has a line', () => {
  expect(told(false)).toBe('  Exporting documents\n  Downloading assets\n')
})
