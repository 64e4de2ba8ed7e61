import type { Authentication } from '../auth/authenticate.ts'

/** Who sent a message to whom, and from where. */
export interface Envelope {
  /** Reverse-path without its angle brackets; empty for the null reverse-path. */
  readonly from: string
  readonly to: readonly string[]
  readonly helo: string
  /** The address the client connected from. */
  readonly ip: string
}

/** A message in a mailbox. */
export interface StoredMessage {
  readonly id: string
  readonly at: number
  readonly folder: 'inbox' | 'junk'
  /** Why it was put there, in a sentence. */
  readonly reason: string
  readonly envelope: Envelope
  /** As stored: with Return-Path, Received and Authentication-Results on top. */
  readonly bytes: Uint8Array
  /** Absent where the receiving host does not judge. */
  readonly authentication?: Authentication
}
