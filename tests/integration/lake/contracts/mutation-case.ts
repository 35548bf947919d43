import type { Contract } from './contract.ts'

export type MutationCase = Contract & {
  mutations: unknown
  /** Parameters of the request's address. */
  query?: string
  /** What the request's body has beside the mutations. */
  body?: object
  results?: [id: string, operation: string][]
}
