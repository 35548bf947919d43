import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../src/failure.ts'
import { type Bundle, loadBundle } from '../../src/press/bundle.ts'
import { bundleFolders, isCompiled } from '../../src/press/bundle-folders.ts'
import { codeFingerprint } from '../../src/press/fingerprint.ts'

type CompileOptions = {
  /** Told where it has to be compiled first, which takes some seconds. */
  onCompile?: () => void
  /** Of the sources, where that is known. */
  fingerprint?: string | undefined
}

/**
 * The site's code as a bundle, compiled first unless these very sources were compiled before.
 * @throws Failure where the code does not compile; Astro has then said what is wrong on standard error
 */
export async function compiledBundle(
  root: string,
  { onCompile = () => undefined, fingerprint = codeFingerprint(root) }: CompileOptions = {},
): Promise<Bundle> {
  if (!isCompiled(bundleFolders(root, fingerprint))) {
    onCompile()
    const script = fileURLToPath(new URL('./compile.ts', import.meta.url))
    const child = spawn(process.execPath, [script, root], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    })
    const stop = () => child.kill()
    process.once('exit', stop)
    const code = await new Promise((resolve) => child.once('exit', resolve))
    process.off('exit', stop)
    if (code !== 0)
      throw new Failure(
        'The site’s pages could not be compiled.',
        'The lines above name the file and the mistake.',
      )
  }
  return loadBundle(root, fingerprint)
}
