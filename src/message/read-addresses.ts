import { cover, span, type Span } from '../core/span.ts'
import { fromStrictUtf8, latin1 } from '../core/bytes.ts'
import { formatAddress, type AddressProblem, type Group, type Mailbox } from './address.ts'
import { decodeWords } from './encoded-words.ts'
import { tokensOf, type Token } from './tokens.ts'

/** The reader's place among the tokens. */
interface Reader {
  readonly tokens: readonly Token[]
  at: number
  readonly end: Span
  readonly problems: AddressProblem[]
}

interface Entries {
  readonly entries: readonly (Mailbox | Group)[]
  readonly problems: readonly AddressProblem[]
}

export function readAddressList(text: string): Entries {
  const all = [...tokensOf(text)]
  const tokens = all.filter(({ kind }) => kind !== 'white' && kind !== 'comment')
  const problems = all.filter(({ open }) => open).map(unclosed)
  const reader: Reader = { tokens, at: 0, end: span(text.length, text.length), problems }
  const entries: (Mailbox | Group)[] = []
  while (reader.at < tokens.length) {
    if (isSpecial(peek(reader), ',')) reader.at++
    else {
      entries.push(...readEntry(reader))
      expectComma(reader)
    }
  }
  return { entries, problems: problems.sort((a, b) => a.span.from - b.span.from) }
}

const CLOSES: Readonly<Record<string, string>> = { quoted: '"', literal: ']', comment: ')' }

const unclosed = (token: Token): AddressProblem => ({
  span: token.span,
  message: `What opens here is never closed: a \`${CLOSES[token.kind]}\` is missing.`,
})

const peek = ({ tokens, at }: Reader): Token | undefined => tokens[at]

const isSpecial = (token: Token | undefined, ...texts: readonly string[]): boolean =>
  token?.kind === 'special' && texts.includes(token.text)

function report(reader: Reader, where: Span, message: string): void {
  reader.problems.push({ span: where, message })
}

function expectComma(reader: Reader, ...also: readonly string[]): void {
  const next = peek(reader)
  if (next && !isSpecial(next, ',', ...also))
    report(reader, next.span, 'A comma is missing before this: addresses are separated by commas.')
}

/** A mailbox or a group; always takes at least one token. */
function readEntry(reader: Reader): (Mailbox | Group)[] {
  const words = takeWords(reader)
  if (isSpecial(peek(reader), ':') && words.length > 0) return [readGroup(reader, words)]
  return readMailbox(reader, words)
}

/** A mailbox whose words are read; with what cannot be one, at least one token is taken. */
function readMailbox(reader: Reader, words: readonly Token[]): Mailbox[] {
  const next = peek(reader)
  if (isSpecial(next, '<')) return [readAngle(reader, words)]
  if (isSpecial(next, '@')) return [readBare(reader, words)]
  if (words.length > 0) {
    const at = spanOf(words)
    report(
      reader,
      at,
      `\`${joined(words)}\` is no address: it has no \`@\` with a domain behind it.`,
    )
    return []
  }
  report(reader, next!.span, `A \`${next!.text}\` has no meaning here, where an address belongs.`)
  reader.at++
  return []
}

/** Atoms, quoted strings, literals and dots up to the next other special. */
function takeWords(reader: Reader): Token[] {
  const start = reader.at
  while (peek(reader) && (peek(reader)!.kind !== 'special' || isSpecial(peek(reader), '.')))
    reader.at++
  return reader.tokens.slice(start, reader.at)
}

const spanOf = (tokens: readonly Token[]): Span => cover(tokens[0]!.span, tokens.at(-1)!.span)

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('')

function readGroup(reader: Reader, words: readonly Token[]): Group {
  const members: Mailbox[] = []
  let end = reader.tokens[reader.at++]!.span
  while (peek(reader) && !isSpecial(peek(reader), ';')) {
    end = peek(reader)!.span
    if (isSpecial(peek(reader), ',')) reader.at++
    else {
      members.push(...readMailbox(reader, takeWords(reader)))
      expectComma(reader, ';')
    }
  }
  if (peek(reader)) end = reader.tokens[reader.at++]!.span
  else report(reader, reader.end, 'This group never ends: a `;` is missing.')
  const whole = cover(
    spanOf(words),
    members.reduce((s, m) => cover(s, m.span), end),
  )
  return { kind: 'group', name: phrase(words), members, span: whole }
}

/** The words of a display name, one space between them, encoded words decoded (RFC 2047 §5). */
function phrase(words: readonly Token[]): string {
  let text = ''
  words.forEach((word, index) => {
    const before = words[index - 1]
    if (before && before.span.to < word.span.from) text += ' '
    text += word.text
  })
  return decodeWords(fromStrictUtf8(latin1IfOctets(text)) ?? text)
}

/** A text with characters over 255 is no octets: it is decoded already. */
const latin1IfOctets = (text: string): Uint8Array =>
  /^[\0-\xff]*$/.test(text) ? latin1(text) : Uint8Array.of(255)

function readAngle(reader: Reader, words: readonly Token[]): Mailbox {
  const open = reader.tokens[reader.at++]!
  skipRoute(reader)
  const parts = readAddrSpec(reader, takeWords(reader), open.span)
  let end = reader.tokens[reader.at - 1]!.span
  if (isSpecial(peek(reader), '>')) end = reader.tokens[reader.at++]!.span
  else report(reader, open.span, 'This `<` is never closed: a `>` is missing.')
  const name = words.length > 0 ? { name: phrase(words) } : {}
  return { ...parts, ...name, span: cover(words[0]?.span ?? open.span, end) }
}

/** `@a.example,@b.example:` before an address: a route of old, ignored (RFC 5322 §4.4). */
function skipRoute(reader: Reader): void {
  if (!isSpecial(peek(reader), '@')) return
  const start = reader.at
  while (peek(reader) && !isSpecial(peek(reader), ':', '>', '<')) reader.at++
  if (!isSpecial(peek(reader), ':')) reader.at = start
  else reader.at++
}

function readBare(reader: Reader, words: readonly Token[]): Mailbox {
  const parts = readAddrSpec(reader, words, peek(reader)!.span)
  return { ...parts, span: parts.addressSpan }
}

type AddrSpec = Omit<Mailbox, 'name' | 'span'>

/** `local@domain`: the reader stands behind the words of the local part (RFC 5322 §3.4.1). */
function readAddrSpec(reader: Reader, local: readonly Token[], opener: Span): AddrSpec {
  const start = local[0]?.span ?? peek(reader)?.span ?? opener
  if (!isSpecial(peek(reader), '@')) return withoutDomain(reader, local, start)
  const at = reader.tokens[reader.at++]!
  if (local.length === 0)
    report(reader, at.span, 'Nothing stands before this `@`: a name belongs there.')
  else checkDots(reader, local)
  const domain = takeDomain(reader)
  if (domain.length === 0)
    report(reader, at.span, 'Nothing stands behind this `@`: a domain belongs there.')
  else checkDots(reader, domain)
  const [localPart, name] = [joined(local), domain.map(domainText).join('')]
  return {
    kind: 'mailbox',
    localPart,
    domain: name,
    address: formatAddress(localPart, name),
    addressSpan: cover(start, domain.at(-1)?.span ?? at.span),
    ...(domain.length > 0 ? { domainSpan: spanOf(domain) } : {}),
  }
}

function withoutDomain(reader: Reader, local: readonly Token[], start: Span): AddrSpec {
  const addressSpan = local.length > 0 ? spanOf(local) : span(start.from, start.from)
  report(reader, local.length > 0 ? addressSpan : start, 'An address needs an `@` and a domain.')
  const localPart = joined(local)
  return { kind: 'mailbox', localPart, domain: '', address: localPart, addressSpan }
}

/** Words that touch each other or a dot; a word after white space belongs to something else. */
function takeDomain(reader: Reader): Token[] {
  const taken: Token[] = []
  for (let next = peek(reader); next; next = peek(reader)) {
    const last = taken.at(-1)
    const isDot = isSpecial(next, '.')
    if ((next.kind === 'special' && !isDot) || next.kind === 'quoted') break
    if (last && !isDot && !isSpecial(last, '.') && last.span.to < next.span.from) break
    taken.push(next)
    reader.at++
  }
  return taken
}

const domainText = (token: Token): string =>
  token.kind === 'literal' ? `[${token.text}]` : token.text

/** Words and dots take turns; a dot at an end or two dots in a row leave an empty word. */
function checkDots(reader: Reader, tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    const isDot = isSpecial(token, '.')
    if (isDot && (!before || isSpecial(before, '.') || index === tokens.length - 1))
      report(reader, token.span, 'This dot has an empty word beside it: dots stand between words.')
    if (!isDot && before && !isSpecial(before, '.'))
      report(
        reader,
        token.span,
        `\`${token.text}\` follows without a dot: a name with spaces needs quotes or angle brackets around the address.`,
      )
  })
}
