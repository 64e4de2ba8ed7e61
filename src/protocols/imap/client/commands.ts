import { fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { encodeMailboxName } from '../data/utf7.ts'
import { writeDateTime, type DateTime } from '../wire/dates.ts'

/** A command without its tag: what is written as it is, and strings that the wire may need as literals. */
export interface Request {
  /** In upper case; `UID FETCH` with one space. */
  readonly verb: string
  readonly pieces: readonly Piece[]
}

/** Text that is written as it is, or the octets of a literal. */
export type Piece = string | Uint8Array

const plain = (verb: string): Request => ({ verb, pieces: [verb] })

export const capability = plain('CAPABILITY')
export const noop = plain('NOOP')
export const idle = plain('IDLE')
export const expunge = plain('EXPUNGE')
export const close = plain('CLOSE')
export const unselect = plain('UNSELECT')
export const logout = plain('LOGOUT')

const words = (verb: string, ...pieces: readonly (Piece | readonly Piece[])[]): Request => ({
  verb,
  pieces: [verb, ...pieces.flatMap((piece) => [' ', ...asPieces(piece)])],
})

const asPieces = (piece: Piece | readonly Piece[]): readonly Piece[] =>
  typeof piece === 'string' || piece instanceof Uint8Array ? [piece] : piece

/** An atom where it can be, quoted where it must be, a literal where nothing else helps (RFC 9051 §9). */
export function astring(text: string): Piece {
  if (/^[!#$&'+,\-./0-9:;<=>?@A-Z[\]^_`a-z|}~]+$/.test(text) && !/^nil$/i.test(text)) return text
  return /^[ -~]*$/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : utf8(text)
}

/** Names are modified UTF-7 on the wire (RFC 3501 §5.1.3): this client does not ask for another way. */
const mailboxPiece = (name: string): Piece => astring(encodeMailboxName(name))

export const select = (mailbox: string): Request => words('SELECT', mailboxPiece(mailbox))

/** Opens a mailbox to look at it only. */
export const examine = (mailbox: string): Request => words('EXAMINE', mailboxPiece(mailbox))

export const create = (mailbox: string): Request => words('CREATE', mailboxPiece(mailbox))

/** @param pattern `*` for every mailbox, `%` for those of one level. */
export const list = (pattern: string): Request =>
  words('LIST', '""', `"${encodeMailboxName(pattern).replace(/["\\]/g, '\\$&')}"`)

export const status = (mailbox: string, items: readonly string[]): Request =>
  words('STATUS', mailboxPiece(mailbox), `(${items.join(' ')})`)

/** Messages by their numbers, or by UID. */
export type By = 'number' | 'uid'

const byVerb = (by: By, verb: string): string => (by === 'uid' ? `UID ${verb}` : verb)

/** @param set `1:4,7` or `2:*`. @param items `FLAGS`, `BODY.PEEK[HEADER]`. */
export const fetch = (set: string, items: readonly string[], by: By = 'number'): Request =>
  words(byVerb(by, 'FETCH'), set, `(${items.join(' ')})`)

/** @param keys `UNSEEN`, `FROM`, and texts as `{ text }`. */
export function search(keys: readonly (string | { readonly text: string })[], by: By = 'number') {
  const pieces = keys.map((key): Piece => (typeof key === 'string' ? key : astring(key.text)))
  const charset = pieces.some((piece) => piece instanceof Uint8Array) ? ['CHARSET', 'UTF-8'] : []
  return words(byVerb(by, 'SEARCH'), ...charset, ...pieces)
}

export const store = (
  set: string,
  action: 'FLAGS' | '+FLAGS' | '-FLAGS',
  flags: readonly string[],
  by: By = 'number',
): Request => words(byVerb(by, 'STORE'), set, action, `(${flags.join(' ')})`)

export const copy = (set: string, mailbox: string, by: By = 'number'): Request =>
  words(byVerb(by, 'COPY'), set, mailboxPiece(mailbox))

export const move = (set: string, mailbox: string, by: By = 'number'): Request =>
  words(byVerb(by, 'MOVE'), set, mailboxPiece(mailbox))

export function append(
  mailbox: string,
  message: Uint8Array,
  { flags = [], date }: { readonly flags?: readonly string[]; readonly date?: DateTime } = {},
): Request {
  return words(
    'APPEND',
    mailboxPiece(mailbox),
    ...(flags.length ? [`(${flags.join(' ')})`] : []),
    ...(date ? [writeDateTime(date)] : []),
    message,
  )
}

export const login = (name: string, password: string): Request =>
  words('LOGIN', astring(name), astring(password))

/** A command as octets, up to the literal that waits for the server's `+`. */
export interface Written {
  readonly bytes: Uint8Array
  readonly rest: readonly Piece[]
}

/** @param literals The literals that a server takes without being asked (RFC 7888 §3, §5). */
export function write(
  pieces: readonly Piece[],
  literals: 'LITERAL+' | 'LITERAL-' | undefined,
): Written {
  let text = ''
  for (const [at, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    const { length } = piece
    if (literals === 'LITERAL+' || (literals === 'LITERAL-' && length <= 4096)) {
      text += `{${length}+}\r\n${fromLatin1(piece)}`
      continue
    }
    return { bytes: latin1(`${text}{${length}}\r\n`), rest: pieces.slice(at) }
  }
  return { bytes: latin1(`${text}\r\n`), rest: [] }
}

/** Whether it is one command: nothing in it ends its line. */
export const isWritable = ({ pieces }: Request): boolean =>
  pieces.every((piece) => typeof piece !== 'string' || /^[ -~]*$/.test(piece))
