import type { ListPage } from '../reader.ts'

/** Where one can go on from a page of a list; addresses. */
export type Pager = { later: string | undefined; earlier: string | undefined }

export function pagerOf({ later, earlier }: ListPage): Pager {
  return { later, earlier }
}
