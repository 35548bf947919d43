/** A change to generated text; `what` names the thing that goes away. */
export type Edit = { what: string; pattern: RegExp; replacement: string }

/** The text after the change, or the same text where the pattern is not in it. */
export function edit(text: string, { pattern, replacement }: Edit): string {
  return text.replace(pattern, replacement)
}
