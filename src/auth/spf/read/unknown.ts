import { parseIp } from '../../../core/ip.ts'
import { problem, type Problem } from '../problem.ts'
import type { UnknownTerm } from '../record.ts'

/** Reports why a word is no mechanism, as precisely as possible. */
export function unknownProblem(term: UnknownTerm, argument: string): Problem {
  const { name, span, text, nameSpan } = term
  if (name === '' && argument === '')
    return problem(
      'lone-qualifier',
      span,
      `The qualifier \`${text}\` stands alone; a space parts it from its mechanism`,
    )
  if (parseIp(addressIn(text)))
    return problem(
      'bare-address',
      span,
      `An address needs its mechanism: \`${mechanismFor(text)}\``,
    )
  if (/^[-+~?]/.test(name))
    return problem(
      'double-qualifier',
      { from: span.from, to: nameSpan.from + 1 },
      `\`${text}\` has more than one qualifier`,
    )
  if (name === 'redirect' || name === 'exp')
    return problem(
      'modifier-colon',
      { from: nameSpan.from, to: nameSpan.to + 1 },
      `\`${name}\` is a modifier, and modifiers take \`=\`, not \`:\``,
    )
  if (name.startsWith('all.'))
    return problem(
      'all-argument',
      { from: nameSpan.from + 3, to: span.to },
      '`all` stands alone, without a dot',
    )
  return problem('unknown-mechanism', name ? nameSpan : span, unknownMessage(term))
}

/** The word without its qualifier and its prefix length. */
const addressIn = (text: string): string => text.replace(/^[-+~?]/, '').replace(/\/\d*$/, '')

/** `-192.0.2.1` ▶ `-ip4:192.0.2.1` */
export function mechanismFor(text: string): string {
  const family = parseIp(addressIn(text))?.length === 16 ? 'ip6' : 'ip4'
  return text.replace(/^([-+~?]?)/, `$1${family}:`)
}

function unknownMessage({ name, text }: UnknownTerm): string {
  if (name === '') return `\`${text}\` has no name before its argument`
  const unknown = `SPF knows no mechanism \`${name}\``
  return /^[\w-]+(\.[\w-]+)+\.?$/.test(name)
    ? `${unknown}. A host is named by \`a:${name}\`, the record of another domain by \`include:${name}\``
    : unknown
}
