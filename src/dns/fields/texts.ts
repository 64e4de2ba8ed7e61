import { replace } from '../zone/problem.ts'
import { badSubstitution, quotesMissing } from '../zone/problems/service.ts'
import { checkText, written, type Column } from './columns.ts'
import { readString } from './strings.ts'

/** Strings that are more than text. */

/** All strings left; at least one. */
export const strings: Column = {
  kind: 'text',
  read(fields) {
    const words = fields.rest('text')
    const isSound = words.length > 0 && words.every((word) => checkText(word, fields))
    return isSound ? words.map(written) : undefined
  },
}

/** One string in quotes, of any length. */
export const quoted = (what: string): Column => ({
  kind: 'string',
  read(fields) {
    const word = fields.take(what)
    if (!word) return undefined
    if (word.quoted) return [written(word)]
    fields.report(quotesMissing, word.span, `The ${what} is written in quotes.`, {
      fixes: [replace('Put it in quotes', word.span, `"${word.raw}"`)],
    })
    return undefined
  },
})

/** `!pattern!text!` with any sign for `!`, or nothing (RFC 3402 §3.2). */
export const substitution: Column = {
  kind: 'string',
  read(fields) {
    const word = fields.take('regexp')
    if (!word || !checkText(word, fields)) return undefined
    if (isSubstitution(readString(word))) return [written(word)]
    fields.report(
      badSubstitution,
      word.span,
      'The expression is written as `!pattern!replacement!`, with the same sign three times.',
    )
    return undefined
  },
}

function isSubstitution(text: string): boolean {
  if (text === '') return true
  const sign = text[0]!
  if (/[1-9\\i\0]/.test(sign)) return false
  const parts: string[] = ['']
  for (let at = 1; at < text.length; at++) {
    if (text[at] === sign) parts.push('')
    else {
      const escaped = text[at] === '\\' ? text.slice(at, at + 2) : text[at]!
      parts[parts.length - 1] += escaped
      at += escaped.length - 1
    }
  }
  return parts.length === 3 && /^i?$/.test(parts[2]!)
}
