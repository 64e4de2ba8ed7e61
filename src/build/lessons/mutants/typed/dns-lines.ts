import { slipsOf } from '../slips.ts'
import type { TypedOperator } from './operator.ts'

const TYPES = /^(A|AAAA|MX|TXT|NS|CNAME|PTR|SOA|ANY)$/i

/** A question to the DNS, `dig` or `host`: its name mistyped or cut, its type another or missing. */
export const dnsLine: TypedOperator = function* ({ part, text }, { dice }) {
  if (part !== 'shell' || !/^(dig|host) /.test(text)) return
  const words = text.split(' ')
  const at = words.findIndex((word, index) => index > 0 && /^[a-z0-9_-]+\./i.test(word))
  const name = words[at]
  if (name === undefined || /^[\d.]+$/.test(name)) return
  const put = (index: number, ...instead: string[]) => [
    words.toSpliced(index, 1, ...instead).join(' '),
  ]
  for (const slip of slipsOf(name, dice))
    yield { cause: 'asked-name-typo', put: put(at, slip.text) }
  const cut = name.replace(/^[^.]*\./, '')
  if (cut.includes('.')) yield { cause: 'asked-name-cut', put: put(at, cut) }
  const type = words.findIndex((word, index) => index > 0 && index !== at && TYPES.test(word))
  if (type < 0) return
  yield { cause: 'asked-no-type', put: put(type) }
  const others = ['A', 'MX', 'TXT', 'NS'].filter((one) => one !== words[type]!.toUpperCase())
  for (const other of new Set([others[0]!, dice.one(others)]))
    yield { cause: 'asked-other-type', put: put(type, other) }
}
