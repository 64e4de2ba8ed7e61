import type { CommandFacts } from '../command-facts.ts'
import type { Reply } from '../reply.ts'

/**
 * The manners of a kind of server: its words for every occasion, and the few things in which real
 * servers differ. Codes are the same wherever an RFC fixes them.
 */
export interface Personality {
  readonly replies: {
    readonly [Occasion in keyof Occasions]: (facts: Occasions[Occasion]) => Reply
  }
  readonly policies: {
    /** `MAIL FROM: <…>`: RFC 5321 §3.3 has no space there, and many servers take it. */
    readonly spaceAfterColon: 'taken' | 'refused'
  }
}

interface Here {
  /** The server's name. */
  readonly host: string
}

interface Typed {
  /** What was typed, as far as it matters here. */
  readonly typed: string
}

interface Because {
  /** What is wrong and what to write, in a sentence without its full stop. */
  readonly because: string
}

interface About {
  readonly command: CommandFacts
}

interface To {
  readonly address: string
}

interface Limit {
  readonly limit: number
}

/** Everything a server may have to say, and the facts it knows then. */
export interface Occasions {
  readonly greeting: Here
  readonly helo: Here & { readonly client: string; readonly address: string }
  readonly ehlo: Occasions['helo'] & { readonly keywords: readonly string[] }
  readonly helloName: About & Because & Typed
  readonly mail: To
  readonly rcpt: To & { readonly relayed: boolean }
  readonly data: Record<never, never>
  readonly queued: { readonly queueId: string }
  readonly rset: Record<never, never>
  readonly noop: Record<never, never>
  readonly quit: Here
  readonly help: { readonly commands: readonly CommandFacts[] }
  readonly helpAbout: About
  readonly helpUnknown: Typed
  readonly vrfy: To
  readonly vrfyRelayed: To
  readonly vrfyUnknown: To
  readonly vrfyDenied: To
  readonly vrfyNeedsUtf8: Record<never, never>
  readonly vrfyAmbiguous: Typed & { readonly addresses: readonly string[] }

  readonly unknownCommand: Typed & { readonly hint?: string }
  readonly notOffered: About
  readonly http: Record<never, never>
  readonly helloFirst: About
  readonly needMail: About
  readonly nestedMail: About
  readonly needRcpt: About
  readonly noRecipients: About

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
  readonly mailNeedsUtf8: Record<never, never>
  readonly rcptNeedsUtf8: Record<never, never>
  readonly tooManyRecipients: Limit
  readonly userUnknown: To
  readonly relayDenied: To

  readonly lineTooLong: Limit
  readonly controlCharacter: Record<never, never>
  readonly notAscii: Record<never, never>
  readonly notUtf8: Record<never, never>

  readonly messageTooLarge: Limit
  readonly bareLf: Here
  readonly textLineTooLong: Limit

  readonly tooManyErrors: Here
  readonly timeout: Here
  readonly tooMuchInput: Here
}
