import type { LabInput } from '../lab.ts'
import type { PlayTrack } from './track.ts'

/** A record of completion: what somebody did in lessons, so that anyone can do it again. */
export interface CompletionRecord {
  readonly v: 1
  /** Whose it is, as they say; may be empty. */
  readonly name: string
  /** When it was made, as an ISO date by their clock. */
  readonly made: string
  readonly plays: readonly RecordedPlay[]
}

/** One play of a lesson to its end. */
export interface RecordedPlay {
  readonly slug: string
  readonly edition: number
  /** The variant that was played; the lesson itself if absent. */
  readonly variant?: string
  /** When it was done, as an ISO date by their clock. */
  readonly at: string
  readonly journal: readonly LabInput[]
  /** Times, pastes and hints, as the page noted them; absent in records of earlier pages. */
  readonly track?: PlayTrack
}

/** What a record may hold. Limits of ours: 68 lessons with eight plays each stay far below. */
export const recordLimits = {
  /** Characters of its text. */
  text: 4 * 1024 * 1024,
  /** Octets that are packed in it. */
  unpacked: 16 * 1024 * 1024,
  plays: 600,
  /** Characters of all texts of one journal. */
  journal: 512 * 1024,
  /** Inputs of one journal. */
  inputs: 5000,
  name: 80,
}

/** The lines around the code. */
export const BEGIN = '-----BEGIN HELO WORLD RECORD-----'
export const END = '-----END HELO WORLD RECORD-----'

/** Digests octets with SHA-256. Undefined where the place cannot. */
export type Sha256 = (octets: Uint8Array<ArrayBuffer>) => Promise<Uint8Array | undefined>

export const hex = (octets: Uint8Array): string =>
  [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('')
