import { fileURLToPath } from 'node:url'
import { readSettings } from '../../../src/env.ts'
import { compiledBundle } from '../../publisher/compiled-bundle.ts'
import type { Figure } from '../lake/figure.ts'
import { full } from './full.ts'
import { pullAll } from './pull-all.ts'
import type { TaskName } from './task.ts'
import { warm } from './warm.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')
const tasks: Record<TaskName, typeof full> = { pull: pullAll, full, warm }

// A program of its own: what it measures, it says in one line.
const [name, folder = ''] = process.argv.slice(2)
const task = Object.entries(tasks).find(([known]) => known === name)?.[1]
if (!task) throw new Error(`There is no task “${name}”.`)
const bundle = await compiledBundle(root)
const result: Figure[] = await task({ root, folder, bundle, settings: readSettings(process.env) })
console.log(JSON.stringify(result))
