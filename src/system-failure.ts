import { Failure } from './failure.ts'

const reasons: Record<string, [reason: string, hint: string]> = {
  ENOSPC: ['the disk is full', 'Free some space and try again.'],
  EDQUOT: ['your share of the disk is full', 'Free some space and try again.'],
  EACCES: ['you may not write there', 'Give yourself the right to write there, or choose another folder.'],
  EPERM: ['you may not write there', 'Give yourself the right to write there, or choose another folder.'],
  EROFS: ['the disk is read-only', 'Choose another folder.'],
  ENOTDIR: ['a file stands where a folder should be', 'Move it away, or choose another folder.'],
  EEXIST: ['a file stands where a folder should be', 'Move it away, or choose another folder.'],
  EBUSY: ['another program is writing it', 'Wait until that is done (another build?), then try again.'],
  EMFILE: ['too many files are open', 'Close other programs, or raise the limit (`ulimit -n`).'],
}

/** The same for SQLite's own result codes (https://sqlite.org/rescode.html). */
const sqliteCodes: Record<number, keyof typeof reasons> = {
  5: 'EBUSY',
  8: 'EROFS',
  13: 'ENOSPC',
  14: 'EACCES',
}

/**
 * Says in plain words what the system refused, where it is something that a person can mend.
 * @returns the error itself where it is a Failure already; undefined where it is of another kind
 */
export function asFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error
  if (!(error instanceof Error)) return undefined
  const found = reasons[codeOf(error)]
  if (!found) return undefined
  const [reason, hint] = found
  const place = 'path' in error ? String(error.path) : 'A file'
  return new Failure(`${place} could not be written: ${reason}.`, hint, { cause: error })
}

/** True where SQLite says that another program holds a database. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && codeOf(error) === 'EBUSY'
}

function codeOf(error: Error): string {
  if ('errcode' in error) return String(sqliteCodes[Number(error.errcode) & 0xff] ?? '')
  return 'code' in error ? String(error.code) : ''
}
