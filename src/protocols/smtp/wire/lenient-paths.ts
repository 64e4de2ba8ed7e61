import { span } from '../../../core/span.ts'
import { readDomainOrLiteral } from './domains.ts'
import { isAscii, type Mailbox, type PathRead } from './paths.ts'

/** What decides how much a lenient server accepts. */
export interface Leniency {
  /** What it adds where an address has no domain. */
  readonly origin: string
  /** Whether the client has declared SMTPUTF8. */
  readonly utf8: boolean
}

const FAILED: PathRead = {
  ok: false,
  brackets: 'there',
  problem: { span: span(0, 0), message: 'No address can be read here' },
}

const fails = (from: number, to: number): PathRead => ({
  ...FAILED,
  problem: { span: span(from, to), message: 'No address can be read here' },
})

/** One word: quoted strings and what stands in angle brackets hold their spaces. */
const WORD = /(?:"(?:[^"\\]|\\.)*"|<(?:"(?:[^"\\]|\\.)*"|[^">])*>|\S)*/y

/**
 * Reads an address as a server does that takes those of RFC 822: with or without angle brackets,
 * comments, a source route, a domain. Never throws.
 */
export function readLenientPath(text: string, at: number, leniency: Leniency): PathRead {
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0] ?? ''
  const end = at + word.length
  if (word === '') return fails(at, at + 1)
  const inside = innerOf(word)
  if (inside === undefined) return fails(at, end)
  if (inside === '') return { ok: true, path: { kind: 'null' }, end }
  const mailbox = readLenientMailbox(inside, leniency)
  return mailbox ? { ok: true, path: { kind: 'mailbox', mailbox, route: [] }, end } : fails(at, end)
}

/** What angle brackets hold, or the word itself; `undefined` where they do not match. */
function innerOf(word: string): string | undefined {
  const bracketed = /^<+([^]*?)>+$/.exec(word)
  if (!bracketed) return word.startsWith('<') ? undefined : word
  return bracketed[1]!.trim()
}

const LOCAL = /^(?:"(?:[^"\\]|\\.)*"|[^"])*$/

/** @returns `undefined` where it holds no address, or more than one. */
export function readLenientMailbox(text: string, { origin, utf8 }: Leniency): Mailbox | undefined {
  if (PLAIN.test(text)) return plainMailbox(text, utf8)
  const bare = text
    .replace(/\([^()]*\)/g, '')
    .replace(/[;,]$/, '')
    .replace(/^@[^:,\s]*(?:,@[^:,\s]*)*:/, '')
    .trim()
  if (!LOCAL.test(bare) || /[\s,<>()]/.test(bare.replace(/"(?:[^"\\]|\\.)*"|\\./g, '')))
    return undefined
  const at = bare.lastIndexOf('@')
  const written = at < 0 ? bare : bare.slice(0, at)
  const user = written.replace(/"((?:[^"\\]|\\.)*)"/g, '$1').replace(/\\(.)/g, '$1')
  if (at < 0) return user === '' ? undefined : made(user, origin, user)
  const domain = bare.slice(at + 1).replace(/(.)\.$/, '$1')
  if (!isDomain(domain, utf8)) return undefined
  return made(user, domain, `${user}@${bare.slice(at + 1)}`)
}

/** An address as nearly all are, in which nothing is to be undone. */
const PLAIN = /^[\w+-]+(?:\.[\w+-]+)*@[a-z\d-]+(?:\.[a-z\d-]+)*$/i

function plainMailbox(text: string, utf8: boolean): Mailbox | undefined {
  const at = text.indexOf('@')
  const user = text.slice(0, at)
  const domain = text.slice(at + 1)
  return isDomain(domain, utf8) ? { localPart: user, user, domain, shown: text } : undefined
}

const made = (user: string, domain: string, shown: string): Mailbox => ({
  localPart: isDotString(user) ? user : `"${user.replace(/["\\]/g, '\\$&')}"`,
  user,
  domain,
  shown,
})

const isDotString = (user: string): boolean =>
  /^[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+)*$/.test(user)

/** As in host names, with underscores too; not an IP address without its brackets. */
function isDomain(domain: string, utf8: boolean): boolean {
  if (!isAscii(domain) && !utf8) return false
  if (/^[\d.]+$/.test(domain)) return false
  const read = readDomainOrLiteral(domain.startsWith('[') ? domain : domain.replaceAll('_', 'x'), 0)
  return read.ok && read.end === domain.length
}
