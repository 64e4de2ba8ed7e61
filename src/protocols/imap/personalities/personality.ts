import type { CommandFacts } from '../../shared/command-facts.ts'
import type { RepliesTo } from '../../shared/personality.ts'
import type { NameProblem } from '../data/name-problem.ts'
import type { ImapHost } from '../server/host.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { CommandEffect, CommandPhase } from '../server/session.ts'

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
    /** `in-a-row`: a command that is understood takes the count back. */
    readonly badCounts: 'all' | 'in-a-row'
    /** Whether the last BAD before the login comes before the BYE, or is left out. */
    readonly lastBad: 'sent' | 'left-out'
    /** What the server announces, in its order; all that it can do where absent. */
    readonly capabilities: CapabilityOrder | undefined
    /** Names of items and keys that it does not know, in upper case. */
    readonly unknownItems: ReadonlySet<string>
    /** Verbs behind whose arguments more may stand, which the server does not look at. */
    readonly ignoresMore: ReadonlySet<string>
    /** What STORE and EXPUNGE come to in a mailbox that EXAMINE opened. */
    readonly changesInExamined: 'refused' | 'ignored'
    /** Whether a name must be a mailbox to be subscribed to (RFC 9051 §6.3.7 leaves the choice). */
    readonly subscriptions: 'any-name' | 'mailboxes'
    /** Whether RENAME takes INBOX. */
    readonly renamesInbox: 'yes' | 'no'
    /** What `* ENABLED` names: what is new (RFC 5161 §3.1), or all, and it is left out where that is nothing. */
    readonly enabled: 'news' | 'all-asked-for'
    /** Whether STATUS of the selected mailbox is called a client's fault (RFC 5530 §3). */
    readonly statusOfSelected: 'plain' | 'clientbug'
    /** The items of STATUS: in the order in which the client asked, or in the server's own. */
    readonly statusOrder: 'as-asked' | 'own'
    /** Whether a new keyword is announced by the flags alone, or by those that last as well. */
    readonly newKeywords: 'flags' | 'flags-and-permanent'
    /** What LIST with options says of each name: all that is known, or what was asked for. */
    readonly listAttributes: 'all' | 'as-asked'
    /** Whether LSUB names what a mailbox is for (RFC 6154 §2). */
    readonly lsubUses: 'shown' | 'hidden'
    /** Where FETCH puts the flags of a message that it made `\Seen`. */
    readonly seenFlags: 'first' | 'last'
    /** What a part is that a message does not have. */
    readonly absentPart: 'nil' | 'empty'
    /** Whether a SELECT that cannot be read closes the mailbox that is open (RFC 9051 §6.3.2). */
    readonly unreadableSelect: 'changes-nothing' | 'closes'
    /** The last touch to a tagged reply. */
    readonly finish: (response: StatusResponse, facts: Finishing) => StatusResponse
    /** Whether CREATE takes `%` and `*` in a name (RFC 9051 §6.3.4 leaves the choice). */
    readonly wildcardsInNames: 'refused' | 'taken'
    /** The fields of the server's ID response (RFC 2971 §3.3). */
    readonly id: readonly (readonly [key: string, value: string])[]
  }
}

export interface CapabilityOrder {
  readonly beforeLogin: readonly string[]
  readonly afterLogin: readonly string[]
}

/** The parts of a status response (RFC 9051 §7.1). */
export interface StatusResponse {
  readonly status: CommandEffect['status']
  readonly code?: string
  readonly text: string
  readonly problem?: SyntaxProblem
}

/** What is known of a command when its reply goes out. */
export interface Finishing {
  readonly verb: string
  readonly tag: string
  readonly argument: string
  /** Whether the client had logged in when it sent the command. */
  readonly isLoggedIn: boolean
  /** Not the same in two connections. */
  readonly nonce: string
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

export interface About {
  readonly command: CommandFacts
}

interface Because extends About {
  /** What was typed behind the verb; of a literal its announcement alone. */
  readonly argument: string
  /** What is wrong and what to write, in a sentence without its full stop. */
  readonly because: string
}

interface LoggedIn {
  readonly isLoggedIn: boolean
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
  readonly enabled: About
  /** A set that names no message. */
  readonly nothingCopied: About
  readonly statusOfSelected: About
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

  readonly noTag: LoggedIn & { readonly typed: string }
  readonly noCommand: LoggedIn
  readonly unknownCommand: { readonly typed: string; readonly hint?: string }
  readonly unknownBeforeLogin: { readonly typed: string; readonly hint?: string }
  /** The command exists, and this is not its time. */
  readonly outOfOrder: About & { readonly phase: CommandPhase }
  readonly syntax: LoggedIn & Because
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
  readonly changesIgnored: About
  readonly renamingInbox: About
  readonly renamedToItself: Named
  readonly targetExists: Named
  /** ENABLE with that name comes before the command. */
  readonly notEnabled: About & { readonly extension: 'QRESYNC' | 'UTF8=ACCEPT' }
  readonly vanishedElsewhere: About & { readonly enabled: 'yes' | 'no' }
  readonly recursiveAlone: About
  readonly charsetWithUtf8: About
  readonly badInitialResponse: Nothing
  readonly specialUseTaken: Named
  readonly cannotSpecialUse: { readonly attribute: string }

  readonly badMessageSet: About & { readonly because: string }
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
