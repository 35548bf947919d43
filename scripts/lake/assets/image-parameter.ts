import { httpError } from '../errors.ts'

/** The parameters of a picture's address, each refused as the hosted API refuses it. */
export class ImageParameters {
  readonly #query: URLSearchParams

  constructor(query: URLSearchParams) {
    this.#query = query
  }

  text(name: string): string | undefined {
    return this.#query.get(name) ?? undefined
  }

  integer(name: string, minimum: number, maximum: number): number | undefined {
    const value = this.#number(name, 'integer')
    if (value !== undefined && !Number.isInteger(value)) throw this.#refuse(name, 'must be a valid integer')
    return this.#within(name, value, minimum, maximum)
  }

  number(name: string, minimum: number, maximum: number): number | undefined {
    return this.#within(name, this.#number(name, 'number'), minimum, maximum)
  }

  /** Exactly `count` integers with commas between them. */
  integers(name: string, count: number): number[] | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
    if (!values.every(Number.isSafeInteger)) throw this.#refuse(name, 'must be a valid integer')
    if (values.length === count && values.every((value) => value >= 0)) return values
    throw this.#refuse(name, `must be ${count} integers of 0 or more`)
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const found = values.find((value) => value === text)
    if (found !== undefined) return found
    throw this.#refuse(name, `must be one of ${values.join(', ')}`)
  }

  /** Six hexadecimal digits and two for opacity, out of RGB, ARGB, RRGGBB or AARRGGBB. */
  colour(name: string): string | undefined {
    const text = this.text(name)?.replace(/^#/, '').toLowerCase()
    if (text === undefined) return undefined
    const long = text.length <= 4 ? text.replace(/./g, '$&$&') : text
    const [, opacity = 'ff', colour] = /^([0-9a-f]{2})?([0-9a-f]{6})$/.exec(long) ?? []
    if (colour) return `${colour}${opacity}`
    throw this.#refuse(name, 'must be a colour: RGB, ARGB, RRGGBB or AARRGGBB in hexadecimal digits')
  }

  #number(name: string, kind: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = text.trim() === '' ? Number.NaN : Number(text)
    if (Number.isFinite(value)) return value
    throw this.#refuse(name, `must be a valid ${kind}`)
  }

  #within(name: string, value: number | undefined, minimum: number, maximum: number): number | undefined {
    if (value === undefined || (value >= minimum && value <= maximum)) return value
    throw this.#refuse(name, `must be from ${minimum} to ${maximum}`)
  }

  #refuse(name: string, rule: string) {
    return httpError(400, `Parameter "${name}" ${rule}`)
  }
}
