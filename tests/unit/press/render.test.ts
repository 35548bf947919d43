import { expect, it } from 'vitest'
import { render } from '../../../src/press/render.ts'
import { viewAt } from '../../support/views.ts'

it('names the page that could not be rendered, and why', async () => {
  const renderPage = () => Promise.reject(new Error('Two tables share one leg.'))
  await expect(
    render('/', viewAt('home', '/', []), {
      renderPage,
      drawShareCard: () => Promise.reject(new Error('Nothing is drawn here.')),
    }),
  ).rejects.toMatchObject({
    name: 'Failure',
    message: '/ could not be rendered: Two tables share one leg.',
  })
})
