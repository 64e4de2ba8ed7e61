import { MAX_LABEL } from '../../core/domain.ts'

/**
 * The selector that an author's local part gives (§4.5): without what follows a `+`, with `-` for
 * each run of `_` and `.`.
 * @returns `undefined` where other characters stand in it, or too many.
 */
export function localPartSelector(localPart: string): string | undefined {
  const [base = ''] = localPart.split('+', 1)
  const plain = base.replace(/[._-]+/g, (run) => (/[._]/.test(run) ? '-' : run))
  const selector = withoutHyphens(plain).toLowerCase()
  return /^[a-z0-9-]+$/.test(selector) && selector.length <= MAX_LABEL ? selector : undefined
}

/** None at its ends. */
function withoutHyphens(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && text[start] === '-') start++
  while (end > start && text[end - 1] === '-') end--
  return text.slice(start, end)
}
