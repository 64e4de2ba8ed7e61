import type { CommandFacts } from '../../shared/command-facts.ts'
import type { RepliesTo } from '../../shared/personality.ts'
import type { NameProblem } from '../data/name-problem.ts'
import type { ImapHost } from '../server/host.ts'
import type { CommandPhase } from '../server/session.ts'

/**
 * A kind of server: its words on every occasion, and the policies in which real servers differ. Status
 * and response codes are the same, because RFCs fix them.
 */
export interface Personality {
  readonly words: Words
  readonly policies: {
    /** BAD replies until it hangs up: before and after the login. */
    readonly badBeforeLogin: number
    readonly badAfterLogin: number
    /** Whether CREATE takes `%` and `*` in a name (RFC 9051 §6.3.4 leaves the choice). */
    readonly wildcardsInNames: 'refused' | 'taken'
    /** The fields of the server's ID response (RFC 2971 §3.3). */
    readonly id: readonly (readonly [key: string, value: string])[]
  }
}

export type Words = RepliesTo<Occasions, string>

/** Where a kind of server replies and acts otherwise than the default one. */
export interface Differences {
  readonly words: Partial<Words>
  readonly policies: Partial<Personality['policies']>
}

interface Here {
  readonly host: ImapHost
}

interface About {
  readonly command: CommandFacts
}

interface Because extends About {
  /** What is wrong and what to write, in a sentence without its full stop. */
  readonly because: string
}

interface Named {
  /** A mailbox name in Unicode. */
  readonly name: string
}

interface Limit {
  readonly limit: number
}

type Nothing = Readonly<Record<never, never>>

/** Every occasion for a text, and the facts that the server knows then. */
export interface Occasions {
  readonly greeting: Here
  readonly done: About
  readonly bye: Here
  readonly autologout: Here
  readonly tooManyErrors: Here
  /** The client announced more octets than the server skips. */
  readonly flood: Here
  readonly capabilityBeforeLogin: Nothing
  readonly loggedIn: { readonly login: string }
  readonly loginFailed: Nothing
  readonly loginDisabled: Nothing
  readonly unknownMechanism: { readonly mechanism: string; readonly mechanisms: readonly string[] }
  readonly cancelled: Nothing
  readonly notBase64: Nothing
  /** The answer is base64, and not what the mechanism takes. */
  readonly notReadable: Nothing
  readonly startTls: Nothing
  readonly noTls: Nothing
  readonly tlsAlready: Nothing

  /** Asked for the rest of a command. */
  readonly sendLiteral: { readonly size: number }
  readonly idling: Nothing
  readonly idleEnded: Nothing
  readonly expectedDone: Nothing

  readonly noTag: { readonly typed: string }
  readonly noCommand: Nothing
  readonly unknownCommand: { readonly typed: string; readonly hint?: string }
  readonly unknownBeforeLogin: { readonly typed: string; readonly hint?: string }
  /** The command exists, and this is not its time. */
  readonly outOfOrder: About & { readonly phase: CommandPhase }
  readonly syntax: Because
  readonly lineTooLong: Limit
  readonly literalTooLong: Limit
  readonly messageTooLarge: Limit
  readonly smallLiterals: Limit
  readonly tooManyLiterals: Limit

  readonly selected: Named & {
    readonly messages: number
    readonly access: 'read-write' | 'read-only'
  }
  readonly uidValidity: Nothing
  readonly uidNext: Nothing
  readonly unseen: { readonly number: number }
  readonly highestModSeq: Nothing
  readonly mailboxId: Nothing
  readonly flagsPermitted: { readonly access: 'read-write' | 'read-only' }
  readonly mailboxClosed: Nothing
  readonly noMailbox: Named
  readonly noTarget: Named
  readonly notSelectable: Named
  readonly badName: Named & { readonly problem: NameProblem }
  readonly mailboxExists: Named
  readonly inboxStays: Nothing
  readonly hasChildren: Named
  readonly intoItself: Named
  readonly overQuota: Nothing
  readonly tooMuch: Nothing
  readonly readOnly: About
  readonly specialUseTaken: Named
  readonly cannotSpecialUse: { readonly attribute: string }

  readonly badMessageSet: Because
  readonly messagesGone: Nothing
  readonly storeGone: Nothing
  readonly modified: Nothing
  readonly moved: Nothing
  readonly badCharset: { readonly charset: string }
  readonly unknownEncoding: Nothing
  readonly nothingSaved: Nothing
  readonly emptyMessage: Nothing
  readonly badUrl: { readonly url: string }
  readonly noQuota: { readonly root: string }
  readonly cannotSetQuota: Nothing
  readonly noResource: { readonly resource: string }
  readonly uidsStay: Nothing
}
