import { span } from '../../../core/span.ts'
import { parseMacros } from '../macro.ts'
import { problem } from '../problem.ts'
import type { Modifier } from '../record.ts'
import { readDomain } from './domain.ts'
import type { TermReading } from './reading.ts'

/** A modifier has its `=` before any `:` or `/` (§4.6.1). */
export const isModifierText = (word: string): boolean => /^[^=:/]*=/.test(word)

const NAME = /^[a-z][\w.-]*$/i

export function readModifier(word: string, start: number): TermReading {
  const equals = word.indexOf('=')
  const written = word.slice(0, equals)
  const name = written.toLowerCase()
  const known = name === 'redirect' || name === 'exp'
  const value = word.slice(equals + 1)
  const read = known
    ? readDomain(value, start + equals + 1, `${name}=`)
    : parseMacros(value, start + equals + 1, 'unknown-modifier')
  const nameSpan = span(start, start + equals)
  const term: Modifier = {
    kind: 'modifier',
    span: span(start, start + word.length),
    text: word,
    name,
    nameSpan,
    value: read.tree,
  }
  if (NAME.test(written)) return { term, problems: read.problems }
  const at = span(nameSpan.from, nameSpan.to + 1)
  const noName = problem('modifier-name', at, nameMessage(written))
  return { term, problems: [noName, ...read.problems] }
}

function nameMessage(written: string): string {
  if (written === '') return 'No name stands before the `=`'
  if (/^[-+~?]/.test(written))
    return `Only mechanisms take a qualifier, and \`${written}=\` is written as a modifier`
  return `\`${written}\` cannot name a modifier: names start with a letter, and go on with letters, digits, \`-\`, \`_\` and \`.\``
}
