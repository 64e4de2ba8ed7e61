import { asCharacters } from '../core/bytes.ts'
import { normalizeName } from '../core/domain.ts'
import { toALabels } from '../core/idna.ts'
import { onceForText } from '../core/once.ts'
import { parseAddresses } from '../message/addresses.ts'
import { fieldsNamed } from '../message/field.ts'
import type { Message } from '../message/parse.ts'

/**
 * The domains of all `From` fields as they are written, each once: U-labels and A-labels are one
 * (RFC 9989 §5.3.1). A proper message has one.
 */
export const authorDomains = (message: Pick<Message, 'fields'>): readonly string[] =>
  domainsOf(
    fieldsNamed(message, 'From')
      .map(({ value }) => value)
      .join('\n'),
  )

/** Of the values, each on a line of its own: they are unfolded, and hold no line end. */
const domainsOf = onceForText((values): readonly string[] => {
  const domains = new Map<string, string>()
  for (const value of values.split('\n'))
    for (const { domain } of parseAddresses(asCharacters(value)).mailboxes) {
      const asked = asciiDomain(domain)
      if (asked !== undefined && !domains.has(asked)) domains.set(asked, normalizeName(domain))
    }
  return [...domains.values()]
})

const DOMAIN = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/

/** @returns The name in lower case and in ASCII; `undefined` for a literal or what is no name. */
export function asciiDomain(domain: string): string | undefined {
  const name = toALabels(domain)
  return name !== undefined && DOMAIN.test(name) ? name : undefined
}
