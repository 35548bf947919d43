import { delimiter, join } from 'node:path'
import { settingNames } from '../../src/env.ts'

/**
 * What the steps see of the environment: this project's programs first in PATH, no telemetry, and nothing that
 * points at somebody's real dataset or site.
 */
export function environmentOfSteps(own: Environment, root: string, wantsColour: boolean): Environment {
  const kept = Object.entries(own).filter(([name]) => !/^(SANITY_.*|FORCE_COLOR|NO_COLOR)$/.test(name))
  return {
    ...Object.fromEntries(kept),
    // Empty ones count as absent, and go before what a file named .env says.
    ...Object.fromEntries(settingNames.map((name) => [name, ''])),
    PATH: [join(root, 'node_modules', '.bin'), own.PATH].filter(Boolean).join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    // Only this one: Playwright forces colours by itself, and Node warns when it is told to leave them out as well.
    ...(wantsColour ? { FORCE_COLOR: '1' } : {}),
  }
}

export type Environment = Record<string, string | undefined>
