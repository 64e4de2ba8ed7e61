import type { DnsRecord } from '../../core/dns.ts'
import { fromLatin1, utf8 } from '../../core/bytes.ts'
import type { TagFormat } from '../../auth/tag-format.ts'
import { composeLimits, type Values } from './composer.ts'

/** Octets of one string of a TXT record (RFC 1035 §3.3). */
const MAX_STRING = 255

/** Seconds that the composed records may be kept by resolvers. */
export const TTL = 3600

/** A text as a record; a long one is several strings, which readers join (RFC 6376 §3.6.2.2). */
export const textRecord = (name: string, text: string): DnsRecord => ({
  ...{ name, ttl: TTL, type: 'TXT', strings: stringsOf(text) },
})

/** One UTF-16 unit an octet, at most 255 in a string; at least one string. */
export function stringsOf(text: string): string[] {
  const octets = fromLatin1(utf8(text))
  const count = Math.max(1, Math.ceil(octets.length / MAX_STRING))
  return Array.from({ length: count }, (_, at) =>
    octets.slice(at * MAX_STRING, (at + 1) * MAX_STRING),
  )
}

/** A name or a text in ASCII as one label before a domain. */
export const under = (labels: string, domain: string): string =>
  labels === '' ? domain : `${labels}.${domain}`

/** The tags that have a value, in the order of the format, behind its version. */
export function writeTags(format: TagFormat, tags: Values): string {
  const written = Object.keys(format.tags).flatMap((name) =>
    name !== 'v' && tags[name] !== undefined ? [`${name}=${tags[name]}`] : [],
  )
  return [`v=${format.version.value}`, ...written].join('; ')
}

/** A value that no one can end a tag with: without white space, controls and semicolons. */
export const tagValue = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- controls are what is taken out.
  text.slice(0, composeLimits.value).replace(/[\s;\u0000-\u001f\u007f]+/g, '')

/** The entries of a list: one a line; commas, semicolons and spaces part them too. */
export const entriesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .slice(0, composeLimits.value)
    // eslint-disable-next-line no-control-regex -- controls part entries as spaces do.
    .split(/[\s,;\u0000-\u001f\u007f]+/)
    .filter((entry) => entry !== '')
    .slice(0, composeLimits.entries)

/** Whether a switch is on. */
export const isOn = (value: string | undefined): boolean => value === 'yes'

export const switchOf = (on: boolean): string => (on ? 'yes' : '')

/** Addresses as `mailto:` URIs; what has a meaning between them is escaped (RFC 9989 §4.8). */
export const mailUris = (text: string | undefined): string =>
  entriesOf(text)
    .map((entry) => (/^[a-z][a-z0-9+.-]*:/i.test(entry) ? entry : `mailto:${entry}`))
    .map((uri) => uri.replace(/[!]/g, '%21'))
    .join(',')

/** The opposite of `mailUris`: an entry a line. */
export const addressesOf = (uris: readonly string[]): string =>
  uris.map((uri) => uri.replace(/^mailto:/i, '').replaceAll('%21', '!')).join('\n')

/** Octets of a text, for who counts them. */
export const octetsOf = (text: string): number => utf8(text).length
