import { Failure } from '../../src/failure.ts'

const sqliteBusy = 5
const sqliteReadOnly = 8
const sqliteFull = 13
const sqliteCannotOpen = 14
const sqliteNotADatabase = 26
const sqliteCorrupt = 11

/** Turns what the system says about a file or a port into a message that says what to do. */
export function problemOf(error: unknown, subject: string): unknown {
  if (!(error instanceof Error) || error instanceof Failure) return error
  const known = 'errcode' in error ? sqliteProblem(Number(error.errcode) & 0xff) : systemProblem(error)
  return known
    ? new Failure(known.message.replace('{subject}', subject), known.hint, { cause: error })
    : error
}

export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    ('errcode' in error && Number(error.errcode) === sqliteFull) ||
    ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
  )
}

type Problem = { message: string; hint: string }

const chooseFolder = 'or choose another folder with --data.'

const diskFull: Problem = {
  message: 'There is no space left on the disk for {subject}.',
  hint: `Free some, ${chooseFolder}`,
}

function sqliteProblem(code: number): Problem | undefined {
  switch (code) {
    case sqliteBusy:
      return {
        message: 'Another lake is already using {subject}.',
        hint: `Stop it, ${chooseFolder}`,
      }
    case sqliteReadOnly:
    case sqliteCannotOpen:
      return {
        message: 'The lake may not write to {subject}.',
        hint: `Give this user permission, ${chooseFolder}`,
      }
    case sqliteFull:
      return diskFull
    case sqliteNotADatabase:
    case sqliteCorrupt:
      return {
        message: 'The file {subject} is damaged, or it is not a lake.',
        hint: `Move it away, ${chooseFolder}`,
      }
    default:
      return undefined
  }
}

function systemProblem(error: Error): Problem | undefined {
  switch ('code' in error && error.code) {
    case 'EADDRINUSE':
      return {
        message: 'Port {subject} is already taken.',
        hint: 'Stop the program that uses it, or choose another with --port.',
      }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        message: 'The address given with --host is none of this machine’s.',
        hint: 'Give one that it has, 0.0.0.0 for all of them, or leave --host out.',
      }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        message: 'This user may not use {subject}.',
        hint: 'Give permission, or choose another: --data for the folder, --port for the port.',
      }
    case 'ENOTDIR':
    case 'EEXIST':
      return {
        message: '{subject} is a file where a folder is needed.',
        hint: `Move it away, ${chooseFolder}`,
      }
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull
    default:
      return undefined
  }
}
