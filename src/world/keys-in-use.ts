import type { HostSpec, SigningKeySpec } from './spec.ts'

/** Where the public half of a key is published: `june._domainkey.example.org` (RFC 6376 §3.6.2.1). */
export const keyName = ({ selector, domain }: SigningKeySpec): string =>
  `${selector}._domainkey.${domain}`

/** The keys that a host signs and seals with, in its own order: all that it has, unless it names some. */
export const keysInUse = ({ keys = [], signWith }: HostSpec): readonly SigningKeySpec[] =>
  signWith ? keys.filter((key) => signWith.includes(keyName(key))) : keys
