import { opcode } from './opcode.ts'

/** Where a changed value stands in what surrounds it, as operations. */
export type Place = {
  /** Start from a copy of the value before. */
  readonly copy: readonly unknown[]
  /** Start from nothing, with the value before as the source of slices. */
  readonly blank: readonly unknown[]
  /** Put what was made into what surrounds it. */
  readonly leave: readonly unknown[]
  /** All at once: put `after` there. */
  readonly whole: readonly unknown[]
}

/** The value that the patch is about: on top already, and left there. */
export function root(after: unknown): Place {
  return { copy: [], blank: [opcode.blank], leave: [], whole: [opcode.value, after] }
}

/** A field that was there before. `index` counts the fields before, sorted. */
export function field(index: number, key: string, after: unknown): Place {
  const leave = [opcode.returnIntoObjectSameKeyPop]
  const named = [opcode.objectSetFieldValue, after, key]
  const numbered = [opcode.pushField, index, opcode.value, after, ...leave]
  return {
    copy: [opcode.pushFieldCopy, index],
    blank: [opcode.pushFieldBlank, index],
    leave,
    // Long names cost more than the detour by the field's number.
    whole: JSON.stringify(key).length <= `${index}`.length + 4 ? named : numbered,
  }
}

/** An element, to be appended to the array after. `index` counts the elements before. */
export function element(index: number, after: unknown): Place {
  return {
    copy: [opcode.pushElementCopy, index],
    blank: [opcode.pushElementBlank, index],
    leave: [opcode.returnIntoArrayPop],
    whole: [opcode.arrayAppendValue, after],
  }
}
