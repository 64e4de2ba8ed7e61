import type { CommandFacts } from '../../shared/command-facts.ts'
import type { Reply } from '../wire/reply.ts'

/**
 * The manners of a kind of server: its words for every occasion, and the few things in which real
 * servers differ.
 */
export interface Personality {
  readonly replies: {
    readonly [Occasion in keyof Occasions]: (facts: Occasions[Occasion]) => Reply
  }
  readonly policies: {
    /** Whether UTF8 and LANG are to be had (RFC 6856). */
    readonly international: 'offered' | 'absent'
    /** Whether CAPA tells how long mail is kept (RFC 2449 §6.7). */
    readonly retention: 'announced' | 'unannounced'
    /** What follows a command line that is too long. */
    readonly longLine: 'stays' | 'closes'
    /** `silent`: as RFC 1939 §3 wants it, nothing is said to who was quiet too long. */
    readonly idle: 'silent' | 'farewell'
    /** Words behind IMPLEMENTATION in CAPA; empty for none (RFC 2449 §6.9). */
    readonly implementation: string
  }
}

type Nothing = Record<never, never>

interface Typed {
  /** What was typed, as far as it matters here. */
  readonly typed: string
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

interface Counted extends Sized {
  readonly count: number
}

/** Everything a server may have to say, and the facts it knows then. */
export interface Occasions {
  /** `timestamp` with its brackets, where APOP works. */
  readonly greeting: { readonly host: string; readonly timestamp?: string }
  readonly user: { readonly login: string }
  readonly loggedIn: Counted & { readonly login: string }
  readonly authFailed: Nothing
  readonly authCancelled: Nothing
  readonly authUnreadable: Nothing
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

  readonly stat: Counted
  readonly list: Counted & { readonly lines: readonly string[] }
  readonly listOne: Numbered & Sized
  readonly uidl: { readonly lines: readonly string[] }
  readonly uidlOne: Numbered & { readonly id: string }
  readonly retr: Sized & { readonly message: Uint8Array }
  readonly top: { readonly lines: number; readonly message: Uint8Array }
  readonly needsUtf8: Numbered
  readonly dele: Numbered
  readonly rset: Counted
  readonly noop: Nothing
  readonly quit: { readonly host: string }
  readonly update: { readonly host: string; readonly deleted: number; readonly left: number }

  readonly noSuchMessage: Typed & { readonly count: number }
  readonly deleted: Numbered
  readonly badNumber: Typed & About
  readonly noise: Typed & About
  readonly badLines: Typed

  readonly unknownCommand: Typed & { readonly hint?: string }
  readonly loginFirst: About
  readonly alreadyIn: About
  readonly userFirst: About
  readonly syntax: About
  readonly noArgument: About
  readonly lineTooLong: { readonly limit: number }
  readonly controlCharacter: Nothing
  readonly notUtf8: Nothing

  readonly tooManyErrors: Nothing
  readonly idle: Nothing
}
