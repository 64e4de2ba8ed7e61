/** Where an act of a special address is written down; codes are in RFC 3463. */
export interface Section {
  readonly rfc: number
  readonly section: string
}

/** What happens to mail for a special address. */
export type SpecialAct =
  /** The reply to RCPT, or to the end of the message. */
  | {
      readonly kind: 'refuse'
      readonly at: 'RCPT' | '.'
      readonly code: number
      readonly enhanced: string
      readonly text: string
    }
  /** The same client, sender and recipient are accepted after `seconds`. */
  | { readonly kind: 'greylist'; readonly seconds: number }
  /** The reply to RCPT takes its time. */
  | { readonly kind: 'slow'; readonly seconds: number }
  /** The line goes dead, or the server says 421 and closes. */
  | { readonly kind: 'drop' | 'close' }
  /** Accepted; a report says afterwards that it could not be delivered. */
  | { readonly kind: 'bounce'; readonly status: string; readonly reason: string }
  /** Accepted, and delivered to a folder that only the log shows. */
  | { readonly kind: 'keep'; readonly folder: 'inbox' | 'junk' }
  /** Accepted, and thrown away. */
  | { readonly kind: 'vanish' }
  /** Accepted; its reader answers by machine, or complains to the sender’s host. */
  | { readonly kind: 'answer' | 'complain' }

export interface SpecialAddress {
  /** The local part, at each domain of a host that wants them. */
  readonly name: string
  /** What it does, in a sentence. */
  readonly about: string
  readonly act: SpecialAct
  readonly source: Section
}
