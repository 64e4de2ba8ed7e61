import { slipsOf } from '../slips.ts'
import type { TypedOperator } from './operator.ts'

const TYPES = ['A', 'MX', 'TXT', 'NS', 'SOA', 'PTR', 'AAAA', 'CNAME']

/** A question to the DNS, `dig name type` or `dig -x address`; other forms have mistakes of their own. */
function readQuestion(text: string) {
  const [, option, name, type] = /^dig (-x )?(\S+)(?: ([A-Za-z]+))?$/.exec(text) ?? []
  return name === undefined ? undefined : { option, name, type: type?.toUpperCase() }
}

/** The type left out, mistyped, or another one. */
export const questionType: TypedOperator = function* ({ part, text }, { dice }) {
  const asked = part === 'shell' ? readQuestion(text) : undefined
  if (!asked?.type) return
  const { name, type } = asked
  yield { cause: 'type-missing', put: [`dig ${name}`] }
  for (const other of ['A', dice.one(TYPES)])
    if (other !== type) yield { cause: 'other-type', put: [`dig ${name} ${other}`] }
  for (const slip of slipsOf(type, dice))
    if (!TYPES.includes(slip.text.toUpperCase()))
      yield { cause: 'wrong-type', put: [`dig ${name} ${slip.text}`] }
}

/** The name mistyped, an address of mail in its place, or its underscore left out. */
export const questionName: TypedOperator = function* ({ part, text }, { dice }) {
  const asked = part === 'shell' ? readQuestion(text) : undefined
  if (!asked || asked.option) return
  const { name, type } = asked
  const put = (other: string) => [['dig', other, ...(type ? [type] : [])].join(' ')]
  for (const slip of slipsOf(name, dice)) yield { cause: 'name-typo', put: put(slip.text) }
  if (name.includes('_')) yield { cause: 'no-underscore', put: put(name.replaceAll('_', '')) }
  if (type === 'MX')
    yield { cause: 'mail-address', put: put(`${dice.one(['alice', 'bob'])}@${name}`) }
}

/** An address without the option that asks for its name. */
export const reverseOption: TypedOperator = function* ({ part, text }, { dice }) {
  const asked = part === 'shell' ? readQuestion(text) : undefined
  if (!asked?.option) return
  yield { cause: 'reverse-option-missing', put: [`dig ${asked.name}`] }
  yield { cause: 'reverse-option-missing', put: [`dig ${asked.name} PTR`] }
  for (const slip of slipsOf(asked.name, dice))
    yield { cause: 'ip-typo', put: [`dig -x ${slip.text}`] }
}

/** The program mistyped. */
export const programTypo: TypedOperator = function* ({ part, text }, { dice }) {
  if (part !== 'shell' || !readQuestion(text)) return
  for (const slip of slipsOf('dig', dice))
    yield { cause: 'program-typo', put: [slip.text + text.slice('dig'.length)] }
}
