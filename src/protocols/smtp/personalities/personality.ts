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
  readonly policies: {
    /** `MAIL FROM: <…>`: RFC 5321 §3.3 has no space there, and many servers take it. */
    readonly spaceAfterColon: 'taken' | 'refused'
    /** Which is missed first where both are missing: the login, or the command that comes before. */
    readonly login: 'before-order' | 'after-order'
  }
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
  readonly lastChunk: Queued & { readonly size: number }
  readonly vrfyNeedsUtf8: Nothing

  readonly unknownCommand: Typed & { readonly hint?: string }
  readonly notOffered: About
  readonly http: Nothing
  readonly helloFirst: About
  readonly ehloFirst: About
  readonly tlsFirst: About
  readonly loginFirst: About
  readonly loggedIn: { readonly user: string }
  readonly loginFailed: Nothing
  readonly loginMalformed: Nothing
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

  readonly syntax: About
  readonly noArgument: About
  readonly spaceAfterColon: About
  readonly noBrackets: About & { readonly example: string }
  readonly badSender: Because
  readonly badRecipient: Because
  readonly unknownParameter: Typed & Because
  /** `keyword` is `` where not even that can be read. */
  readonly badParameter: Because & { readonly keyword: string }
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
