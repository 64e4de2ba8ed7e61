import type { Fix } from '../../core/diagnostic.ts'
import { span } from '../../core/span.ts'
import { MAX_U16, readNumber } from '../fields/number.ts'
import type { FieldReader } from '../fields/reader.ts'
import { absolute, defineRecordType } from '../record-type.ts'
import { replace } from '../zone/problem.ts'
import { preferenceMissing } from '../zone/problems/data.ts'
import type { Word } from '../zone/tokens.ts'

/** A host that takes mail for the domain. The lowest preference is tried first (RFC 5321 §5.1). */
export const mx = defineRecordType({
  type: 'MX',
  number: 15,
  source: { rfc: 1035, section: '3.3.9' },
  syntax: 'MX <preference> <host>',
  meaning: 'A host that takes in the domain’s mail. The lowest preference is tried first.',
  fields: [
    { kind: 'number', meaning: 'Preference: the lowest is tried first.' },
    { kind: 'name', meaning: 'The host that takes in the mail.' },
  ],
  parse(fields) {
    const first = fields.peek()
    if (first && !/^[-+]?\d+$/.test(first.raw)) return reportHostFirst(first, fields)
    const preference = readNumber(fields, 'preference', MAX_U16)
    if (preference === undefined) return undefined
    const exchange = fields.name('host')
    return exchange === undefined ? undefined : { type: 'MX' as const, preference, exchange }
  },
  print: ({ preference, exchange }) => [String(preference), absolute(exchange)],
  fromWire(wire) {
    const preference = wire.u16()
    const exchange = wire.name()
    if (preference === undefined || exchange === undefined) return undefined
    return { type: 'MX' as const, preference, exchange }
  },
})

function reportHostFirst(host: Word, fields: FieldReader): undefined {
  const [, second, ...more] = fields.remaining()
  const swapped = second && /^\d+$/.test(second.raw)
  const repair = swapped
    ? swap(host, second)
    : replace('Add a preference of 10', before(host), '10 ')
  const message = swapped
    ? 'The preference stands before the host.'
    : `The preference is missing: a number before \`${host.raw}\`, like \`10\`.`
  fields.report(preferenceMissing, host.span, message, {
    // A word too many would be the next problem.
    fixes: more.length || (second && !swapped) ? [] : [repair],
  })
  return undefined
}

const before = (word: Word) => span(word.span.from, word.span.from)

const swap = (host: Word, preference: Word): Fix => ({
  title: 'Put the preference first',
  edits: [
    { span: host.span, text: preference.raw },
    { span: preference.span, text: host.raw },
  ],
})
