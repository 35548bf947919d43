import { expect, test } from 'vitest'
import { chooseSteps, type Step, stages } from '../../../scripts/check/steps.ts'

const step = (name: string): Step => ({ name, title: name, command: ['true'] })
const all = [[step('lint'), step('types:site'), step('types:studio')], [step('unit')]]

test.each([
  { names: [], chosen: [['lint', 'types:site', 'types:studio'], ['unit']] },
  { names: ['unit'], chosen: [['unit']] },
  { names: ['unit', 'lint'], chosen: [['lint'], ['unit']] },
  { names: ['types'], chosen: [['types:site', 'types:studio']] },
  { names: ['types:site'], chosen: [['types:site']] },
])('$names chooses $chosen', ({ names, chosen }) => {
  expect(chooseSteps(all, names).map((stage) => stage.map(({ name }) => name))).toEqual(chosen)
})

test('an unknown name is answered with the known ones', () => {
  expect(() => chooseSteps(all, ['unit', 'typos', 'type'])).toThrow(
    'There is no step named typos, type. The steps are: lint, types:site, types:studio, unit.',
  )
})

test('every step has a name of its own', () => {
  const names = stages.flat().map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
