import type { MacroName } from './macro.ts'
import type { MechanismName, Qualifier } from './record.ts'

/** What the editor offers and explains: one sentence, how it is written, where it is defined. */
export interface Word {
  readonly meaning: string
  readonly syntax: string
  /** Of RFC 7208. */
  readonly section: string
}

export interface CostlyWord extends Word {
  /** DNS lookups of the ten (RFC 7208 §4.6.4). */
  readonly lookups: number
}

export const mechanismWords: Readonly<Record<MechanismName, CostlyWord>> = {
  all: {
    meaning: 'Matches every client. It stands last, and sets the result for all clients not named.',
    syntax: 'all',
    section: '5.1',
    lookups: 0,
  },
  include: {
    meaning: 'Matches if another domain’s record gives pass. Its fail does not count.',
    syntax: 'include:domain',
    section: '5.2',
    lookups: 1,
  },
  a: {
    meaning: 'Matches the addresses (A, AAAA) of this domain, or of the one named.',
    syntax: 'a[:domain][/ip4-length][//ip6-length]',
    section: '5.3',
    lookups: 1,
  },
  mx: {
    meaning: 'Matches the addresses of the mail hosts (MX) of this domain, or of the one named.',
    syntax: 'mx[:domain][/ip4-length][//ip6-length]',
    section: '5.4',
    lookups: 1,
  },
  ptr: {
    meaning: 'Matches by the client’s own reverse name. Slow and unreliable: do not publish it.',
    syntax: 'ptr[:domain]',
    section: '5.5',
    lookups: 1,
  },
  ip4: {
    meaning: 'Matches one IPv4 address, or a network of them.',
    syntax: 'ip4:address[/length]',
    section: '5.6',
    lookups: 0,
  },
  ip6: {
    meaning: 'Matches one IPv6 address, or a network of them.',
    syntax: 'ip6:address[/length]',
    section: '5.6',
    lookups: 0,
  },
  exists: {
    meaning: 'Matches if a name has an A record; the name is usually built with macros.',
    syntax: 'exists:domain',
    section: '5.7',
    lookups: 1,
  },
}

export interface QualifierWord {
  readonly meaning: string
  readonly result: 'pass' | 'fail' | 'softfail' | 'neutral'
  readonly section: string
}

export const qualifierWords: Readonly<Record<Qualifier, QualifierWord>> = {
  '+': {
    meaning: 'pass: the client may send. The qualifier that is meant where none is written.',
    result: 'pass',
    section: '4.6.2',
  },
  '-': { meaning: 'fail: the client may not send.', result: 'fail', section: '4.6.2' },
  '~': {
    meaning: 'softfail: the client probably may not send; mail is looked at closer, not refused.',
    result: 'softfail',
    section: '4.6.2',
  },
  '?': {
    meaning: 'neutral: the domain states nothing. Treated as if there were no record.',
    result: 'neutral',
    section: '4.6.2',
  },
}

export const modifierWords: Readonly<Record<'redirect' | 'exp', CostlyWord>> = {
  redirect: {
    meaning:
      'If nothing matched, another domain’s record decides. Ignored where there is an `all`.',
    syntax: 'redirect=domain',
    section: '6.1',
    lookups: 1,
  },
  exp: {
    meaning: 'Names a TXT record with the text that a refused sender gets to read.',
    syntax: 'exp=domain',
    section: '6.2',
    lookups: 0,
  },
}

export interface MacroWord {
  readonly meaning: string
  readonly section: string
}

const macro = (meaning: string): MacroWord => ({ meaning, section: '7.2' })

export const macroWords: Readonly<Record<MacroName, MacroWord>> = {
  s: macro('The sender’s whole address.'),
  l: macro('The sender’s local part, before the `@`.'),
  o: macro('The sender’s domain, behind the `@`.'),
  d: macro('The domain whose record is read.'),
  i: macro('The client’s address, with dots between its parts.'),
  p: macro('The client’s validated reverse name. Slow: do not publish it.'),
  v: macro('`in-addr` for an IPv4 client, `ip6` for an IPv6 client.'),
  h: macro('The name the client gave in EHLO or HELO.'),
  c: macro('The client’s address for people to read. Only in an explanation.'),
  r: macro('The name of the host that checks. Only in an explanation.'),
  t: macro('The time in seconds since 1970. Only in an explanation.'),
}

/** The word that each record starts with. */
export const versionWord: Word = {
  meaning: 'Marks an SPF record. Nothing stands before it, a space behind it.',
  syntax: 'v=spf1',
  section: '4.5',
}
