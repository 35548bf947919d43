import type { Layout } from './build/layouts.ts'

/** The layouts in content/templates when the Studio was built (see `build/layouts.ts`). */
declare const __LAYOUTS__: Layout[] | undefined

/** How a recap can be laid out, in the order of their files; none where the Studio's schema is only read. */
export const layouts: Layout[] = typeof __LAYOUTS__ === 'undefined' ? [] : __LAYOUTS__
