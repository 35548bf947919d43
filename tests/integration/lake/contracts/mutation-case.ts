import type { Contract } from './contract.ts'

export type MutationCase = Contract & {
  mutations: unknown
  /** Parameters of the request's address. */
  query?: string
  results?: [id: string, operation: string][]
}
