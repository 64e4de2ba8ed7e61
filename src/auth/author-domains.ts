import { fromStrictUtf8, latin1 } from '../core/bytes.ts'
import { normalizeName } from '../core/domain.ts'
import { parseAddresses } from '../message/addresses.ts'
import { fieldsNamed } from '../message/field.ts'
import type { Message } from '../message/parse.ts'

/**
 * The domains of all `From` fields, each once, with U-labels as A-labels (RFC 9989 §5.3.1). A
 * proper message has one.
 */
export function authorDomains(message: Pick<Message, 'fields'>): string[] {
  const domains = fieldsNamed(message, 'From').flatMap(({ value }) => {
    const text = fromStrictUtf8(latin1(value)) ?? value
    return parseAddresses(text).mailboxes.flatMap(({ domain }) => asciiDomain(domain) ?? [])
  })
  return [...new Set(domains)]
}

const DOMAIN = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/

/** @returns The name in lower case and in ASCII; `undefined` for a literal or what is no name. */
export function asciiDomain(domain: string): string | undefined {
  const name = normalizeName(isAscii(domain) ? domain : toAscii(domain))
  return DOMAIN.test(name) ? name : undefined
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** URLs know how to write a name's U-labels as A-labels (RFC 5890 §2.3). */
function toAscii(domain: string): string {
  const url = `http://${domain}/`
  return /[\s/?#@:\\%]/.test(domain) || !URL.canParse(url) ? '' : new URL(url).hostname
}
