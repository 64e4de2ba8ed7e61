import { formatIp, parseIp } from '../core/ip.ts'
import { span, type Span } from '../core/span.ts'
import { parseDate } from './date.ts'
import { tokensOf, type Token } from './tokens.ts'

/** What one server wrote of how a message came to it (RFC 5321 §4.4). What it left out is absent. */
export interface ReceivedHop {
  readonly from?: ReceivedClause
  readonly by?: ReceivedClause
  readonly via?: ReceivedClause
  /** `ESMTPSA`, for instance (RFC 3848). */
  readonly with?: ReceivedClause
  readonly id?: ReceivedClause
  readonly for?: ReceivedClause
  /** The address that the server saw, in `from`: the one thing there that the client cannot choose. */
  readonly ip?: string
  /** Milliseconds since 1970. */
  readonly at?: number
  /** Where the date stands, readable or not; absent if there is none. */
  readonly date?: Span
}

export interface ReceivedClause {
  readonly text: string
  readonly span: Span
}

const WORDS = ['from', 'by', 'via', 'with', 'id', 'for'] as const

type Word = (typeof WORDS)[number]

const isWord = (text: string): text is Word => (WORDS as readonly string[]).includes(text)

/** Reads the value of a `Received` field; spans count in it. Never throws: what is no clause is passed over. */
export function parseReceived(value: string): ReceivedHop {
  const tokens = [...tokensOf(value)]
  const end = tokens.findLastIndex(({ kind, text }) => kind === 'special' && text === ';')
  const clauses = readClauses(value, end < 0 ? tokens : tokens.slice(0, end))
  const ip = clauses.from && addressIn(value.slice(clauses.from.span.from, clauses.fromEnd))
  const date = end < 0 ? undefined : trimmed(value, tokens[end]!.span.to)
  const at = date && parseDate(value.slice(date.from, date.to))
  const { fromEnd: _, ...named } = clauses
  return {
    ...named,
    ...(ip !== undefined && { ip }),
    ...(date && { date }),
    ...(at !== undefined && { at }),
  }
}

type Clauses = Partial<Record<Word, ReceivedClause>> & { fromEnd?: number }

/** A clause goes from its word to the next one; comments within belong to it, but are not its text. */
function readClauses(value: string, tokens: readonly Token[]): Clauses {
  const clauses: Clauses = {}
  let word: Word | undefined
  let inside: Token[] = []
  const close = (to: number): void => {
    const first = inside[0]
    const last = inside.at(-1)
    if (word && first && last && clauses[word] === undefined) {
      const place = span(first.span.from, last.span.to)
      clauses[word] = { text: value.slice(place.from, place.to), span: place }
      if (word === 'from') clauses.fromEnd = to
    }
  }
  tokens.forEach((token, at) => {
    const next = token.kind === 'atom' ? token.text.toLowerCase() : ''
    const standsAlone = tokens[at - 1]?.kind !== 'special' && tokens[at + 1]?.kind !== 'special'
    if (isWord(next) && standsAlone && (word === undefined || inside.length > 0)) {
      close(token.span.from)
      word = next
      inside = []
    } else if (token.kind !== 'white' && token.kind !== 'comment') inside.push(token)
  })
  close(tokens.at(-1)?.span.to ?? 0)
  return clauses
}

/** The last address literal in square brackets, which servers put into a comment; Exchange leaves them out. */
function addressIn(text: string): string | undefined {
  const inBrackets = [...text.matchAll(/\[(?:IPv6:)?([0-9a-f.:]{3,45})\]/gi)].at(-1)
  const found = (inBrackets ?? /\(([0-9a-f.:]{3,45})\)/i.exec(text))?.[1]
  const octets = found === undefined ? undefined : parseIp(found)
  return octets && formatIp(octets)
}

function trimmed(value: string, from: number): Span | undefined {
  const text = value.slice(from)
  const start = text.search(/\S/)
  return start < 0 ? undefined : span(from + start, from + text.trimEnd().length)
}
