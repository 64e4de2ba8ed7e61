import { utf8 } from '../../../core/bytes.ts'
import { span } from '../../../core/span.ts'
import { domainKey, readDomain, readDomainOrLiteral } from './domains.ts'
import { LOCAL_PART, PATH } from '../limits.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'

/** The argument of MAIL and RCPT between its angle brackets (RFC 5321 §4.1.2). */
export type Path =
  /** `<>`: no one wants an answer. */
  | { readonly kind: 'null' }
  /** `<Postmaster>` without a domain: the one of this server. */
  | { readonly kind: 'postmaster' }
  | { readonly kind: 'mailbox'; readonly mailbox: Mailbox; readonly route: readonly string[] }

export interface Mailbox {
  /** As typed, with its quotes if it has some. */
  readonly localPart: string
  /** The value of the local part, without quotes and backslashes. */
  readonly user: string
  /** As typed: a domain, or an address literal with its brackets. */
  readonly domain: string
  /** As replies show it, where that is another spelling. */
  readonly shown?: string
}

export type PathRead =
  | { readonly ok: true; readonly path: Path; readonly end: number }
  | { readonly ok: false; readonly problem: SyntaxProblem; readonly brackets: 'missing' | 'there' }

type MailboxRead =
  | { readonly ok: true; readonly mailbox: Mailbox; readonly end: number }
  | { readonly ok: false; readonly problem: SyntaxProblem }

export const addressOf = ({ localPart, domain }: Mailbox): string => `${localPart}@${domain}`

/** The same for all ways to write an address; in lowercase, as no host here is case-sensitive. */
export const mailboxKey = ({ user, domain }: Pick<Mailbox, 'user' | 'domain'>): string =>
  `${user.toLowerCase()}@${domainKey(domain)}`

/** @returns The key of an address written out, or `undefined` if it is none. */
export function addressKey(address: string): string | undefined {
  const read = readMailbox(address, 0)
  return read.ok && read.end === address.length ? mailboxKey(read.mailbox) : undefined
}

/** Whether anything in it needs SMTPUTF8 (RFC 6531 §3.3). */
export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

const fails = (from: number, to: number, message: string) => ({
  ok: false as const,
  brackets: 'there' as const,
  problem: { span: span(from, to), message },
})

/**
 * Reads a path at `at`. Source routes are read and left out of the address, as RFC 5321 §4.1.1.3
 * and Appendix C ask. Never throws; a problem spans what cannot stay as it is.
 */
export function readPath(text: string, at: number): PathRead {
  if (text[at] !== '<') {
    const word = /^\S*/.exec(text.slice(at))![0]
    const problem = { span: span(at, at + word.length), message: 'Angle brackets are missing' }
    return { ok: false, brackets: 'missing', problem }
  }
  if (text[at + 1] === '>') return { ok: true, path: { kind: 'null' }, end: at + 2 }
  if (/^<postmaster>/i.test(text.slice(at, at + 12)))
    return { ok: true, path: { kind: 'postmaster' }, end: at + 12 }
  const routed = readRoute(text, at + 1)
  if (!routed.ok) return routed
  const read = readMailbox(text, routed.end)
  if (!read.ok) return { ...read, brackets: 'there' }
  if (text[read.end] !== '>')
    return text.includes('>', read.end)
      ? fails(read.end, text.indexOf('>', read.end), `\`${text[read.end]!}\` cannot stand here`)
      : fails(at, text.length, 'The angle bracket `<` is not closed with `>`')
  const end = read.end + 1
  if (utf8(text.slice(at, end)).length > PATH)
    return fails(at, end, `A path has at most ${PATH} octets with its brackets`)
  return { ok: true, path: { kind: 'mailbox', mailbox: read.mailbox, route: routed.route }, end }
}

type RouteRead =
  | { readonly ok: true; readonly route: readonly string[]; readonly end: number }
  | ReturnType<typeof fails>

/** `@one.example,@two.example:` before the mailbox. */
function readRoute(text: string, at: number): RouteRead {
  const route: string[] = []
  let from = at
  while (text[from] === '@') {
    const read = readDomain(text, from + 1)
    if (!read.ok) return { ...read, brackets: 'there' }
    route.push(read.domain)
    from = read.end + 1
    if (text[read.end] === ':') return { ok: true, route, end: from }
    if (text[read.end] !== ',' || text[from] !== '@')
      return route.length === 1 && text[read.end] !== ','
        ? fails(at, read.end, 'Something must stand before the `@`')
        : fails(
            at,
            from,
            'A source route ends with a colon: `<@one.example,@two.example:you@example.net>`',
          )
  }
  return { ok: true, route, end: from }
}

/** Reads `local-part@domain` at `at`. Never throws. */
export function readMailbox(text: string, at: number): MailboxRead {
  const local = text[at] === '"' ? readQuoted(text, at) : readDotString(text, at)
  if (!local.ok) return local
  const { user, end } = local
  const localPart = text.slice(at, end)
  if (text[end] !== '@')
    return fails(at, Math.max(end, at + 1), 'An address needs an `@` and a domain')
  if (utf8(localPart).length > LOCAL_PART)
    return fails(at, end, `What stands before the \`@\` has at most ${LOCAL_PART} octets`)
  const domain = readDomainOrLiteral(text, end + 1)
  if (!domain.ok) return domain
  return { ok: true, mailbox: { localPart, user, domain: domain.domain }, end: domain.end }
}

type LocalRead =
  { readonly ok: true; readonly user: string; readonly end: number } | ReturnType<typeof fails>

/** `Dot-string`: atoms parted by single dots. */
function readDotString(text: string, at: number): LocalRead {
  const dotString = /[\w!#$%&'*+/=?^`{|}~.\u0080-\uffff-]*/y
  dotString.lastIndex = at
  const user = dotString.exec(text)![0]
  const end = at + user.length
  const next = text[end]
  if (user === '' && next === '@') return fails(at, end + 1, 'Something must stand before the `@`')
  if (next !== undefined && next !== '@' && next !== '>')
    return fails(end, end + 1, localPartProblem(next))
  if (user.startsWith('.')) return fails(at, at + 1, 'An address does not begin with a dot')
  if (user.endsWith('.')) return fails(end - 1, end, 'No dot stands right before the `@`')
  const dots = user.indexOf('..')
  if (dots >= 0)
    return fails(at + dots, at + dots + 2, 'Two dots meet: put quotes around it, or leave one out')
  return { ok: true, user, end }
}

const localPartProblem = (character: string): string =>
  character === ' ' || character === '\t'
    ? 'An address has no spaces, unless in quotes'
    : `\`${character}\` cannot stand here, unless in quotes`

/** `Quoted-string`: anything printable; `"` and `\` behind a backslash. */
function readQuoted(text: string, at: number): LocalRead {
  let user = ''
  for (let from = at + 1; from < text.length; from++) {
    const character = text[from]!
    if (character === '"') return { ok: true, user, end: from + 1 }
    if (character < ' ') return fails(from, from + 1, 'A quoted name has no control characters')
    if (character !== '\\') user += character
    else if (from + 1 < text.length) user += text[++from]!
  }
  return fails(at, text.length, 'The quotes are not closed')
}
