import type { z } from 'zod'

/**
 * What is wrong with a value, to be read after where it stands, as in `authors is missing`: for everything of which a
 * schema says nothing itself.
 */
export function plainWords(issue: z.core.$ZodRawIssue): string {
  const { input } = issue
  if (input === undefined || input === null) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `is ${kindOf(input)}, where ${kinds[issue.expected] ?? 'something else'} belongs`
    case 'invalid_value':
      return `is ${typeof input === 'string' ? `“${input}”` : kindOf(input)}, which is none of: ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return issue.format === 'url' ? 'is not a web address' : 'is not written as it has to be'
    case 'too_small':
      return `is less than ${issue.minimum}`
    case 'too_big':
      return `is more than ${issue.maximum}`
    default:
      return 'is not what belongs there'
  }
}

const kinds: Partial<Record<string, string>> = {
  array: 'a list',
  boolean: 'a yes or no',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of fields',
  string: 'text',
}

function kindOf(value: unknown): string {
  if (typeof value === 'number') return `the number ${value}`
  return kinds[Array.isArray(value) ? 'array' : typeof value] ?? 'something else'
}
