import type { Cause } from '../causes.ts'
import { slipsOf } from '../slips.ts'
import type { TypedOperator } from './operator.ts'

const causes: Readonly<Record<string, readonly [typo: Cause, noColon: Cause]>> = {
  FROM: ['from-typo', 'from-no-colon'],
  SUBJECT: ['subject-typo', 'subject-no-colon'],
}

/** A header field's name mistyped, or its colon missing. */
export const fieldName: TypedOperator = function* ({ part, verb, text }, { dice }) {
  if (part !== 'field') return
  const [typo, noColon] = causes[verb] ?? ['field-typo', 'field-no-colon']
  const rest = text.slice(verb.length)
  for (const slip of slipsOf(text.slice(0, verb.length), dice))
    yield { cause: typo, put: [slip.text + rest] }
  yield { cause: noColon, put: [text.slice(0, verb.length) + rest.replace(':', '')] }
}

/** An empty line above the header, or in it. */
export const blankTooEarly: TypedOperator = function* ({ part, text }) {
  if (part === 'field') yield { cause: 'field-below-blank', put: ['', text] }
}

/** Something else in place of the dot. */
export const dotOtherwise: TypedOperator = function* ({ part }, { dice }) {
  if (part !== 'dot') return
  for (const text of ['. ', ' .']) yield { cause: 'dot-with-space', put: [text] }
  for (const text of ['END', dice.one(['..', 'end', '"."', '.END', 'END.'])])
    yield { cause: 'end-for-dot', put: [text] }
  yield { cause: 'command-in-message', put: ['QUIT'] }
}
