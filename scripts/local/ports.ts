import { createServer } from 'node:net'
import { Failure } from '../../src/failure.ts'

export const loopback = '127.0.0.1'

/**
 * Makes sure that a port can be listened on.
 * @param what what wants to listen, as people call it
 * @param option the option that chooses another port
 * @throws Failure that says which port, and what to do
 */
export async function ensureFree(port: number, what: string, option: string): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, loopback, resolve)
    })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE')
      throw new Failure(
        `Port ${port}, which ${what} wants, is taken by another program.`,
        `Stop that program (is it another \`npm start\`?), or choose another port: npm start -- ${option} ${port + 10}`,
        { cause },
      )
    if (code === 'EACCES')
      throw new Failure(
        `You may not listen on port ${port}, which ${what} wants.`,
        `Choose a port above 1023: npm start -- ${option} ${port + 4000}`,
        { cause },
      )
    throw cause
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}
