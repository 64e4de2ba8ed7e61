import { md5 } from '@noble/hashes/legacy.js'
import { hex, utf8 } from '../../../core/bytes.ts'
import { saslPrepare } from '../../sasl/prepare.ts'
import type { Peer, Pop3Host } from '../server/host.ts'

/** What the greeting carries for APOP: never the same twice, in the form of a Message-ID (RFC 1939 §7). */
export const timestampOf = (host: Pop3Host, { nonce }: Peer): string => `<${nonce}@${host.name}>`

/** @returns 32 digits of lower-case hexadecimal (RFC 1939 §7). */
export const apopDigest = (timestamp: string, password: string): string =>
  hex(md5(utf8(timestamp + (saslPrepare(password) ?? password))))

/** The timestamp in a greeting: the first thing between angle brackets with an at sign in it. */
export const findTimestamp = (greeting: string): string | undefined =>
  /<[^<>@\s]+@[^<>@\s]+>/.exec(greeting)?.[0]
