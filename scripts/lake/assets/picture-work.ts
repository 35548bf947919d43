import sharp from 'sharp'
import { Turns } from './turns.ts'

// What was made is kept on disk; what libvips would keep besides is only memory.
sharp.cache(false)

/** Pictures with more pixels than this are refused, whatever their size in bytes. */
export const maximumPixels = 150_000_000

/** In seconds. */
export const workingTime = 20
const patience = 30_000
const atOnce = 2

/** Every decoding and encoding waits here: more at once would only use up memory and hold up everything else. */
export const pictureTurns = new Turns(atOnce, patience)

/** What needs a place of its own besides: two of these at once could take gigabytes. */
export const manyPixels = 40_000_000
export const largePictureTurns = new Turns(1, patience)
