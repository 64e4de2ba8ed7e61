import { applyEdits, type Diagnostic, type TextEdit } from '../../src/core/diagnostic.ts'

/**
 * The text with the first fix of each finding, all together. Where edits overlap the first one
 * counts, and a fix is made whole or not at all.
 */
export function applyAllFixes(text: string, found: readonly Diagnostic[]): string {
  const made: TextEdit[] = []
  for (const { fixes, file } of found) {
    const edits = fixes[0]?.edits.filter((edit) => !made.some((one) => isSame(one, edit))) ?? []
    if (edits.some((edit) => (edit.file ?? file) !== file)) continue
    if (!edits.some((edit) => made.some((one) => overlap(one, edit)))) made.push(...edits)
  }
  return applyEdits(text, made)
}

const isSame = (one: TextEdit, other: TextEdit): boolean =>
  one.span.from === other.span.from && one.span.to === other.span.to && one.text === other.text

function overlap({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  const isInsertion = a.from === a.to && b.from === b.to
  if (a.from === b.from) return !isInsertion
  return a.from < b.to && b.from < a.to
}

/** Rounds after which fixes that undo each other would still find something. */
const ROUNDS = 12

/** Fixes round after round. @returns The last text, and whether it came to rest. */
export function fixUntilDone(
  text: string,
  lint: (text: string) => readonly Diagnostic[],
): { readonly text: string; readonly isDone: boolean } {
  let now = text
  for (let round = 0; round < ROUNDS; round++) {
    const next = applyAllFixes(now, lint(now))
    if (next === now) return { text: now, isDone: true }
    now = next
  }
  return { text: now, isDone: false }
}
