import type { Span } from '../../core/span.ts'
import { parseResults } from '../../auth/results/parse.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'

/** What the receiver of a message noted in it (RFC 8601 §2.2): the newest field, which stands on top. */
export interface Noted {
  readonly by: string
  readonly place: Span
  /** @param domain Of a signature: that of its `d=`. */
  result(method: string, domain?: string): string | undefined
  /** The value of a property, `smtp.mailfrom` for instance, of the first result of a method. */
  property(method: string, type: string, name: string): string | undefined
}

export function notedIn(message: Message): Noted | undefined {
  const [field] = fieldsNamed(message, 'Authentication-Results')
  if (!field) return undefined
  const { authservId, results } = parseResults(field.value)
  return {
    by: authservId?.text ?? '',
    place: field.span,
    result(method, domain) {
      const own = results.filter((one) => one.method.text.toLowerCase() === method)
      const found = domain === undefined ? own[0] : own.find((one) => isOf(one, domain))
      return found?.result.text.toLowerCase()
    },
    property(method, type, name) {
      const own = results.find((one) => one.method.text.toLowerCase() === method)
      const found = own?.properties.find(
        ({ ptype, property }) =>
          ptype.text.toLowerCase() === type && property.text.toLowerCase() === name,
      )
      return found?.value.text
    },
  }
}

type Result = ReturnType<typeof parseResults>['results'][number]

/** A result of DKIM names the signer as `header.d` or as the end of `header.i`. */
const isOf = ({ properties }: Result, domain: string): boolean =>
  properties.some(({ ptype, property, value }) => {
    if (ptype.text.toLowerCase() !== 'header') return false
    const text = value.text.toLowerCase()
    if (property.text.toLowerCase() === 'd') return text === domain.toLowerCase()
    return (
      property.text.toLowerCase() === 'i' &&
      text.slice(text.lastIndexOf('@') + 1) === domain.toLowerCase()
    )
  })
