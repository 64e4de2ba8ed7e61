import { applyEdits } from '../../core/diagnostic.ts'
import type { Checked, CheckFix } from '../../lab/check/checked.ts'
import type { LinkedText } from '../../lab/link/link.ts'

/** Texts with a fix made in them. @param checked What was found in these very texts. */
export const fixTexts = <Text extends LinkedText>(
  texts: readonly Text[],
  checked: Checked,
  { changes }: CheckFix,
): Text[] =>
  texts.map((one, at) => {
    const change = changes.find(({ text }) => text === at)
    return change
      ? { ...one, text: applyEdits(checked.texts[at]?.base ?? one.text, change.edits) }
      : one
  })
