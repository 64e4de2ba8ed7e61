import { slipsOf } from '../slips.ts'
import type { TypedOperator } from './operator.ts'

/** A slip may lead to another verb, and then it is no mistyped one. */
const known = new Set(['HELO', 'EHLO', 'HELP', 'MAIL', 'RCPT', 'DATA', 'QUIT', 'RSET', 'NOOP'])

/** A verb mistyped: a character off, missing, doubled, or two of them transposed. */
export const verbTypo: TypedOperator = function* ({ part, verb, text }, { dice }) {
  if (part !== 'command') return
  const word = text.slice(0, verb.length)
  for (const slip of slipsOf(word, dice))
    if (!known.has(slip.text.toUpperCase()))
      yield { cause: 'verb-typo', put: [slip.text + text.slice(verb.length)], meant: verb }
}

/** `HELLO` and its like, where the greeting comes. */
export const helloWord: TypedOperator = function* ({ part, verb, text }, { dice }) {
  if (part !== 'command' || !/^(EHLO|HELO)$/.test(verb)) return
  const words = ['HELLO', 'HALLO', 'EHELO', 'Hello', 'hi']
  for (const word of new Set(['HELLO', dice.one(words)]))
    yield { cause: 'hello-word', put: [word + text.slice(verb.length)], meant: verb }
}

/** The greeting without a name, or with two words for one. */
export const helloName: TypedOperator = function* ({ part, verb, text }) {
  if (part !== 'command' || !/^(EHLO|HELO)$/.test(verb)) return
  yield { cause: 'no-hello-name', put: [verb] }
  yield { cause: 'no-hello-name', put: [`${text.slice(0, verb.length)} I am Alice`] }
}
