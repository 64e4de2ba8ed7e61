import { isAscii } from '../../core/idna.ts'
import { labelsOf, MAX_LABEL, MAX_NAME, normalizeName } from '../../core/domain.ts'

/**
 * Makes a name that can be asked for from an expanded domain-spec: lower case, no final dot, and
 * cut to 253 characters label by label from the left (RFC 7208 §7.3).
 */
export function targetName(expanded: string): string {
  const name = normalizeName(expanded)
  if (name.length <= MAX_NAME) return name
  const labels = labelsOf(name)
  let length = name.length
  let first = 0
  while (length > MAX_NAME && first < labels.length - 1) length -= labels[first++]!.length + 1
  return labels.slice(first).join('.')
}

/**
 * Whether DNS can hold the name: labels of 1 to 63, 253 in all (RFC 1035 §2.3.4). A local part beyond
 * ASCII that a macro put there makes a name that nothing matches (RFC 8616 §4).
 */
export const isAskable = (name: string): boolean =>
  name.length <= MAX_NAME && isAscii(name) && LABELS.test(name)

const LABEL = `[^.]{1,${MAX_LABEL}}`
const LABELS = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`)

/** Whether check_host() takes the name: well formed, with two labels or more (RFC 7208 §4.3). */
export const isCheckable = (name: string): boolean =>
  isAskable(name) && name.includes('.') && /^[!-~]+$/.test(name) && !/[[\]@]/.test(name)
