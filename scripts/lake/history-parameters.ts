import { z } from 'zod'
import { documentId, parseBody } from './mutations.ts'

const time = z.iso.datetime({ offset: true, error: 'expected a date and time as 2026-11-20T19:30:00Z' })
const limit = z.coerce.number().int().min(1)

const transactionParameters = z.object({
  fromTransaction: z.string().optional(),
  toTransaction: z.string().optional(),
  fromTime: time.optional(),
  toTime: time.optional(),
  authors: z
    .string()
    .transform((names) => names.split(','))
    .optional(),
  limit: limit.optional(),
  reverse: z.stringbool().default(false),
  excludeContent: z.stringbool().default(false),
  excludeMutations: z.stringbool().default(false),
  effectFormat: z.enum(['mendoza']).optional(),
})

const moment = z.object({ revision: z.string().optional(), time: time.optional() })
const page = z.object({ limit: limit.default(100), nextCursor: z.string().optional() })

export type TransactionParameters = z.infer<typeof transactionParameters>
export type Moment = z.infer<typeof moment>

/** The parameters of an address, by the names of the API. @throws 400 */
export const parseTransactionParameters = (search: URLSearchParams): TransactionParameters =>
  parseBody(transactionParameters, Object.fromEntries(search), 'parameter')

export const parseMoment = (search: URLSearchParams): Moment =>
  parseBody(moment, Object.fromEntries(search), 'parameter')

export const parsePage = (search: URLSearchParams): z.infer<typeof page> =>
  parseBody(page, Object.fromEntries(search), 'parameter')

/** Ids of documents, separated by commas. @throws 400 */
export function parseIds(text: string): string[] {
  return parseBody(documentId.array(), text.split(','), 'ids')
}
