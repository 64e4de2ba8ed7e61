import type { CommandFacts } from '../../shared/command-facts.ts'
import type { RepliesTo } from '../../shared/personality.ts'
import type { Reply } from '../wire/reply.ts'

/** A kind of server: its replies on every occasion, and the policies in which real servers differ. */
export interface Personality {
  readonly replies: RepliesTo<Occasions, Reply>
  readonly policies: {
    /** Whether the server offers UTF8 and LANG (RFC 6856). */
    readonly international: 'offered' | 'absent'
    /** Whether CAPA announces how long messages are kept (RFC 2449 §6.7). */
    readonly retention: 'announced' | 'unannounced'
    /** Whether CAPA lists the ways to log in after the login too. */
    readonly waysIn: 'always' | 'before-login'
    /** Whether arguments of commands that take none are refused (RFC 1939 §3), or not looked at. */
    readonly needlessArguments: 'refused' | 'ignored'
    /**
     * Unknown commands in a row until it hangs up, before the login and after it; absent where the
     * host says so, for all that it refuses.
     */
    readonly unknownInARow:
      { readonly beforeLogin: number; readonly afterLogin: number } | undefined
    /** What USER without a name comes to: a login that PASS refuses may begin all the same. */
    readonly emptyUser: 'refused' | 'taken'
    /** What follows a command line that is too long. */
    readonly longLine: 'stays' | 'closes'
    /** `silent`: hangs up on a silent client without a reply, as RFC 1939 §3 wants it. */
    readonly idle: 'silent' | 'farewell'
    /** Words behind IMPLEMENTATION in CAPA; empty for none (RFC 2449 §6.9). */
    readonly implementation: string
  }
}

/** What a kind of server replies and does otherwise than the default one. */
export interface Differences {
  readonly replies: Partial<Personality['replies']>
  readonly policies: Partial<Personality['policies']>
}

type Nothing = Record<never, never>

interface Typed {
  /** What the client typed. */
  readonly typed: string
}

interface LoggedIn {
  readonly isLoggedIn: boolean
}

interface About {
  readonly command: CommandFacts
}

interface Numbered {
  readonly number: number
}

interface Sized {
  readonly octets: number
}

interface Count extends Sized {
  readonly count: number
}

/** Every occasion for a reply, and the facts that the server knows then. */
export interface Occasions {
  /** `timestamp` with its brackets, where APOP works. */
  readonly greeting: { readonly host: string; readonly timestamp?: string }
  readonly user: { readonly login: string }
  readonly loggedIn: Count & { readonly login: string }
  readonly authFailed: Nothing
  readonly authCancelled: Nothing
  readonly authUnreadable: { readonly response: 'initial' | 'later' }
  readonly authSyntax: { readonly because: string }
  readonly authMechanism: Typed & { readonly offered: readonly string[] }
  readonly authList: { readonly offered: readonly string[] }
  readonly tlsFirst: About
  readonly inUse: Nothing
  readonly loginDelay: { readonly seconds: number }
  readonly unavailable: Nothing

  readonly capa: { readonly capabilities: readonly string[] }
  readonly stls: Nothing
  readonly stlsAgain: Nothing
  readonly stlsAfterUtf8: Nothing
  readonly stlsAbsent: Nothing
  readonly utf8: Nothing
  readonly utf8Again: Nothing
  readonly languages: { readonly languages: readonly string[] }
  readonly language: { readonly tag: string }
  readonly languageUnknown: Typed

  readonly stat: Count
  readonly list: Count & { readonly lines: readonly string[] }
  readonly listOne: Numbered & Sized
  readonly uidl: { readonly lines: readonly string[] }
  readonly uidlOne: Numbered & { readonly id: string }
  readonly retr: Sized & { readonly message: Uint8Array }
  readonly top: { readonly lines: number; readonly message: Uint8Array }
  readonly needsUtf8: Numbered
  readonly dele: Numbered
  readonly rset: Count
  readonly noop: Nothing
  readonly quit: { readonly host: string }
  readonly update: { readonly host: string; readonly deleted: number; readonly left: number }

  readonly noSuchMessage: Typed & { readonly count: number }
  readonly deleted: Numbered
  /** `argument`: all that was typed behind the verb. */
  readonly badNumber: Typed & About & { readonly argument: string }
  readonly noise: Typed & About
  readonly badLines: Typed
  /** Something behind the number of lines. */
  readonly linesNoise: Typed & About

  readonly unknownCommand: Typed & LoggedIn & { readonly hint?: string }
  /** APOP on a host without it. */
  readonly apopAbsent: Nothing
  readonly loginFirst: About
  readonly alreadyIn: About
  readonly userFirst: About
  readonly syntax: About
  readonly noArgument: About
  readonly lineTooLong: { readonly limit: number }
  readonly controlCharacter: Nothing
  readonly notUtf8: Nothing

  readonly tooManyErrors: { readonly isLoggedIn: boolean }
  readonly idle: Nothing
}
