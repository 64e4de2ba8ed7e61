import type { Cause } from '../causes.ts'
import type { ScriptLine } from './script.ts'
import type { TypedOperator } from './operator.ts'

const leftOut: Readonly<Record<string, Cause>> = {
  EHLO: 'no-ehlo',
  HELO: 'no-ehlo',
  MAIL: 'no-mail',
  RCPT: 'no-rcpt',
  DATA: 'no-data',
  blank: 'no-blank-line',
  body: 'no-body',
  dot: 'no-dot',
}

/** A line left out. Without its last line a solution is not wrong, but not done. */
export const lineLeftOut: TypedOperator = function* (line, { lines, index }) {
  if (index === lines.length - 1 || line.part === 'shell') return
  if (line.isRefused && line.part === 'command') {
    if (index > 0) yield { cause: 'experiment-skipped', put: [] }
    return
  }
  const cause =
    line.part === 'field'
      ? (fieldCauses[line.verb] ?? 'no-field')
      : leftOut[line.part === 'command' ? line.verb : line.part]
  if (cause) yield { cause, put: [] }
}

const fieldCauses: Readonly<Record<string, Cause>> = { FROM: 'no-from', SUBJECT: 'no-subject' }

const twice: Readonly<Record<string, Cause>> = {
  MAIL: 'mail-twice',
  DATA: 'data-twice',
}

/** A line twice; of those that the solution has refused, the recipient's alone. */
export const lineTwice: TypedOperator = function* ({ part, verb, text, isRefused, isOutOfTurn }) {
  if (part === 'shell' || part === 'answer' || part === 'dot' || verb === 'QUIT') return
  if (isRefused && verb !== 'RCPT') return
  const cause = isOutOfTurn ? 'rcpt-before-mail' : (twice[verb] ?? 'line-twice')
  yield { cause, put: [text], keep: 'before' }
}

/** What comes of two neighbours that change places. */
const swaps: Readonly<Record<string, Cause>> = {
  'EHLO MAIL': 'mail-before-ehlo',
  'HELO MAIL': 'mail-before-ehlo',
  'MAIL RCPT': 'rcpt-before-mail',
  'RCPT DATA': 'data-before-rcpt',
  'DATA field': 'field-before-data',
  'field blank': 'field-below-blank',
  'blank body': 'body-above-blank',
  'body dot': 'text-behind-dot',
  'dot MAIL': 'command-in-message',
  'dot QUIT': 'command-in-message',
}

/** Two neighbours swapped. */
export const linesSwapped: TypedOperator = function* (line, { lines, index }) {
  const next = lines[index + 1]
  if (!next || next.terminal !== line.terminal || next.part === 'shell' || line.part === 'shell')
    return
  const kindOf = ({ part, verb }: ScriptLine) => (part === 'command' ? verb : part)
  const cause =
    line.isRefused && !next.isRefused
      ? line.verb === 'RCPT' && next.verb === 'MAIL'
        ? 'experiment-skipped'
        : undefined
      : swaps[`${kindOf(line)} ${kindOf(next)}`]
  if (cause) yield { cause, put: [], swapWith: next }
}
