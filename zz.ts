import { startLake } from './scripts/lake/start.ts'
import { importContent } from './scripts/content/import.ts'
import { createClient } from '@sanity/client'
import { rmSync } from 'node:fs'
for (const d of ['/tmp/lkc']) rmSync(d, {recursive: true, force: true})
const mk = (l) => createClient({apiHost: l.url, projectId: l.projectId, dataset: l.dataset, token: l.token, useProjectHostname: false, useCdn: false, apiVersion: '2026-03-01', perspective: 'raw'})
const a = await startLake({dataDir: '/tmp/lka', port: 0}); const ca = mk(a)
const b = await startLake({dataDir: '/tmp/lkc', port: 0}); const cb = mk(b)
console.log(await importContent({client: cb, from: '/tmp/exp'}))
const q = '*[] | order(_id asc)'
const sort = (v) => Array.isArray(v) ? v.map(sort) : v && typeof v === 'object' ? Object.fromEntries(Object.entries(v).sort(([a],[b]) => a<b?-1:1).map(([k,x])=>[k,sort(x)])) : v
const strip = (ds) => ds.map(({_rev,_updatedAt,url,uploadId, ...d}) => sort(d._type==='sanity.imageAsset' ? {...d, _createdAt: 0} : d))
const [x, y] = [strip(await ca.fetch(q)), strip(await cb.fetch(q))]
console.log('same', JSON.stringify(x) === JSON.stringify(y), x.length, y.length)
for (let i=0;i<x.length;i++) if (JSON.stringify(x[i])!==JSON.stringify(y[i])) { console.log(JSON.stringify(x[i]).slice(0,900)); console.log(JSON.stringify(y[i]).slice(0,900)); break }
await a.close(); await b.close()
