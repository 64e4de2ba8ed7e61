import type { Diagnostic } from '../../core/diagnostic.ts'
import type { SenderVerdict } from '../check/checked.ts'
import type { LinkedSender, LinkedText } from '../link/link.ts'

/** A few lines of a zone, or a record, as they stand in somebody's page; judged together. */
export interface SnippetAsked {
  readonly parts: readonly SnippetText[]
  readonly senders: readonly LinkedSender[]
  /** Whether to say too what would be good to have. */
  readonly advice: boolean
}

/** Its name is a zone's origin, or the owner of a record; may be empty. */
export type SnippetText = Pick<LinkedText, 'name' | 'text'>

/** What a part was read as. */
export interface SnippetPart {
  readonly kind: 'zone' | 'record' | 'unknown'
  /** What it was read under; empty for what is unknown. */
  readonly name: string
  /** Why it is unknown, in a sentence. Backticks mark code. */
  readonly note?: string
}

export interface SnippetFindings {
  /** In the order of what was asked. */
  readonly parts: readonly SnippetPart[]
  /** `file` is the number of a part; spans are in its text as it was given. */
  readonly diagnostics: readonly Diagnostic[]
  /** In the order of what was asked. */
  readonly senders: readonly SenderVerdict[]
}

/** What is judged at once. Limits of ours. */
export const snippetLimits = {
  parts: 20,
  /** Characters of all parts. */
  text: 100_000,
  senders: 20,
  findings: 200,
}
