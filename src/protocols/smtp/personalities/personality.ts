import type { RepliesTo } from '../../shared/personality.ts'
import type { About, Because, Here, Limit, Nothing, Queued, To, Typed } from './facts.ts'
import type { Role } from '../server/host.ts'
import type { Reply } from '../wire/reply.ts'

/** What a server replies on occasions that no single command has to itself. */
export type Replies = RepliesTo<Occasions, Reply>

/**
 * How a kind of server behaves: its replies, and the few things in which real servers differ. Codes
 * are the same wherever an RFC fixes them.
 */
export interface Personality {
  /** Those of the commands too; each command knows its own by their types. */
  readonly replies: Replies
  /** Keywords of EHLO that such a server knows, in the order it lists them. */
  readonly extensions: readonly string[]
  readonly policies: Policies
  /** Verbs that such a server does not know: they are unknown words to it. */
  readonly unknownVerbs: readonly string[]
}

/** The things that real servers do in different ways, each with its reply. */
export interface Policies {
  /** `MAIL FROM: <…>`: RFC 5321 §3.3 has no space there, and many servers take it. */
  readonly spaceAfterColon: 'taken' | 'refused'
  /**
   * Which is missed first where both are missing: the login, or the command that comes before.
   * `at-rcpt`: the login is missed at the first recipient.
   */
  readonly login: 'before-order' | 'after-order' | 'at-rcpt'
  /** Whether mail may begin without HELO or EHLO, against RFC 5321 §4.1.4. */
  readonly hello: 'needed' | 'optional'
  /** `any`: whatever stands behind HELO and EHLO is a name (RFC 5321 §4.1.1.1). */
  readonly helloName: 'checked' | 'any'
  /** Whether what extensions add may be used after HELO (RFC 5321 §2.2.1). */
  readonly extensions: 'after-ehlo' | 'always'
  /** `lenient`: addresses as RFC 822 had them, without brackets or domain, with comments. */
  readonly addresses: 'strict' | 'lenient'
  /** `lenient`: parameters may stand twice, and a value that is not known makes an unknown option. */
  readonly parameters: 'strict' | 'lenient'
  /** Whether control characters and octets beyond ASCII are refused in any command. */
  readonly text: 'checked' | 'any'
  /** Octets that are read of a line, the rest is dropped; `refuse` answers 500 (RFC 5321 §4.5.3.1). */
  readonly longLines: 'refuse' | number
  /** Whether something behind QUIT is refused (RFC 5321 §4.1.1.10). */
  readonly quitArgument: 'refused' | 'ignored'
  /** Whether AUTH is offered before TLS, for mechanisms that do not show the password (RFC 4954 §4). */
  readonly loginBeforeTls: 'by-mechanism' | 'not-offered'
  /** `any-time`: a transaction may be open, and is forgotten (RFC 3207 §4.2). */
  readonly startTls: 'no-transaction' | 'any-time'
  /** Whether ETRN is listed where no mail waits for anybody. */
  readonly etrn: 'where-used' | 'always'
  /** `poison`: after a refused chunk the others are refused too, until RSET or the last (RFC 3030 §2). */
  readonly refusedChunk: 'ends-transaction' | 'poison'
  /** Whether a chunk of no octets that is not the last is one (RFC 3030 §2). */
  readonly emptyChunk: 'taken' | 'refused'
  /** Verbs that are taken before a TLS that must come first, beyond those of RFC 3207 §4. */
  readonly beforeTls: readonly string[]
  /** A line that no mail client sends: the server hangs up. `word` ends at a space, or behind a colon. */
  isAbuse(word: string): boolean
}

/** Occasions for a reply, and the facts that the server knows then. */
export interface Occasions {
  readonly greeting: Here & { readonly role: Role; readonly now?: number }
  readonly helo: Here & { readonly client: string; readonly address: string }
  readonly ehlo: Occasions['helo'] & { readonly keywords: readonly string[] }
  readonly helloName: About & Because & Typed
  readonly mail: To
  readonly rcpt: To & { readonly relayed: boolean }
  readonly queued: Queued & Here
  /** LMTP: it lies in the mailbox. */
  readonly saved: Queued & To
  /** LMTP: it does not. `typed`: why, in words of the world. */
  readonly notSaved: To & Typed & { readonly code: number; readonly enhanced: string }
  readonly chunk: { readonly size: number }
  /** `size`: of the chunk, `total`: of the message, in octets. */
  readonly lastChunk: Queued & { readonly size: number; readonly total: number }
  readonly vrfyNeedsUtf8: Nothing

  readonly unknownCommand: Typed & { readonly hint?: string }
  readonly notOffered: About
  readonly http: Nothing
  readonly helloFirst: About
  readonly ehloFirst: About
  readonly tlsFirst: About
  readonly loginFirst: About & Partial<To>
  readonly loggedIn: { readonly user: string }
  readonly loginFailed: Nothing
  /** `at`: which line is no base64; `content`: what it holds will not do. */
  readonly loginMalformed: { readonly at: 'initial' | 'continued' | 'content' }
  readonly loginCancelled: Nothing
  readonly loginAlready: Nothing
  readonly loginNeedsTls: Nothing
  readonly loginLineTooLong: Limit
  readonly unknownMechanism: Nothing
  readonly authSyntax: About
  readonly tooManyLogins: To
  readonly needMail: About
  readonly nestedMail: About
  readonly needRcpt: About
  readonly noRecipients: About
  readonly inTransaction: About
  readonly inChunks: About
  readonly chunkSyntax: About
  /** `size`: of the chunk that is thrown away. */
  readonly chunkAfterRefused: { readonly size: number }
  readonly chunkEmpty: Nothing
  readonly chunkTooLarge: Limit

  readonly syntax: About
  readonly noArgument: About
  readonly spaceAfterColon: About
  readonly noBrackets: About & { readonly example: string }
  readonly badSender: Because
  readonly badRecipient: Because
  readonly unknownParameter: Typed & Because
  /** `keyword` is `` where not even that can be read. */
  readonly badParameter: Because & { readonly keyword: string; readonly value?: string }
  readonly declaredTooLarge: Limit
  readonly mailNeedsUtf8: Nothing
  readonly rcptNeedsUtf8: Nothing
  readonly tooManyRecipients: Limit
  readonly tooMuchMail: To
  readonly tooManyRecipientsFrom: To
  readonly tooManyConnections: Here & To
  readonly senderNotQualified: To
  readonly recipientNotQualified: To
  readonly notYourAddress: To & { readonly user: string }
  readonly greylisted: To
  readonly userUnknown: To
  readonly relayDenied: To

  readonly lineTooLong: Limit
  readonly controlCharacter: Nothing
  readonly notAscii: Nothing
  readonly notUtf8: Nothing

  readonly messageTooLarge: Limit
  readonly bareLf: Here
  readonly textLineTooLong: Limit

  readonly earlyTalker: Nothing
  readonly tooManyErrors: Here
  readonly tooManyMessages: Here
  readonly timeout: Here
  readonly tooLong: Here
  readonly closing: Here
  readonly tooMuchInput: Here
}
