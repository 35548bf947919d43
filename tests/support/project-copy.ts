import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.ts'

const parts = ['src', 'content/templates', 'public', 'package.json', 'package-lock.json', 'tsconfig.json']

/** A folder with everything that is compiled into the site, to be removed by whoever asked for it. */
export function copyProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'project-'))
  for (const part of parts) cpSync(join(root, part), join(project, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  return project
}
