import { parseActions } from '../action-schema.ts'
import { newRoutes, requireOrganiser, searchOf } from '../api.ts'
import type { Lake } from '../lake.ts'
import { parseBody, parseMutations, transactionId } from '../mutations.ts'
import { readJson } from '../request-body.ts'

/** `POST /data/mutate/<dataset>` and `POST /data/actions/<dataset>` */
export function mutationRoutes(lake: Lake) {
  return newRoutes()
    .post('/data/mutate/:dataset', async (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const search = searchOf(context)
      const { mutations, ...body } = parseMutations(await readJson(context.req.raw))
      const inAddress = search.get('transactionId') ?? undefined
      const outcome = await dataset.mutate(mutations, {
        transactionId: body.transactionId ?? parseBody(transactionId.optional(), inAddress, 'request'),
        dryRun: body.dryRun === true || search.get('dryRun') === 'true',
        arrayKeys: search.get('autoGenerateArrayKeys') === 'true',
      })
      if (search.get('returnDocuments') === 'true') return context.json(outcome)
      const results = outcome.results.map(({ id, operation }) => ({ id, operation }))
      return context.json({ transactionId: outcome.transactionId, results })
    })
    .post('/data/actions/:dataset', async (context) => {
      requireOrganiser(context)
      const dataset = lake.datasets.get(context.req.param('dataset'))
      const { actions, ...options } = parseActions(await readJson(context.req.raw))
      const { transactionId } = await dataset.act(actions, options)
      return context.json({ transactionId })
    })
}
