import { expect, test } from 'vitest'
import { environmentOfSteps } from '../../../scripts/check/environment.ts'

test('the project’s own programs come first', () => {
  expect(environmentOfSteps({ PATH: '/usr/bin', HOME: '/home/ada' }, '/project', false)).toMatchObject({
    PATH: '/project/node_modules/.bin:/usr/bin',
    HOME: '/home/ada',
  })
})

test('nobody’s real dataset or site is in reach, be it named by the environment or by .env', () => {
  const own = { SANITY_PROJECT_ID: 'abc123', SANITY_AUTH_TOKEN: 'secret', SITE_URL: 'https://example.org' }
  const env = environmentOfSteps(own, '/project', false)
  expect(env).toMatchObject({ SANITY_PROJECT_ID: '', SANITY_TOKEN: '', SITE_URL: '' })
  expect(env).not.toHaveProperty('SANITY_AUTH_TOKEN')
})

test('colours only where they are wanted, and never told both ways', () => {
  const own = { NO_COLOR: '1', FORCE_COLOR: '1' }
  expect(environmentOfSteps(own, '/project', true)).toMatchObject({ FORCE_COLOR: '1' })
  expect(environmentOfSteps(own, '/project', true)).not.toHaveProperty('NO_COLOR')
  expect(environmentOfSteps(own, '/project', false)).not.toHaveProperty('FORCE_COLOR')
})
