import type { Crypto } from '../core/effects.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Zone } from '../dns/zone/zone.ts'
import type { FetchPiece } from '../core/later-piece.ts'
import type { Shell, ShellOutput } from '../shell/shell.ts'
import type { DeviceAct } from '../world/spec.ts'
import type { World } from '../world/world.ts'
import type { Remembered } from '../lessons/check.ts'
import type { Evidence } from '../lessons/evidence.ts'
import type { Lesson } from '../lessons/lesson.ts'
import type { OpenTerminals } from './open-terminals.ts'

/**
 * A lesson under way: its world, its terminal and everything done so far. The journal is the whole
 * state: played again into a new lab it gives the same bytes, so it is what storage keeps.
 */
export interface Lab {
  readonly lesson: Lesson
  readonly world: World
  /** The lesson's own terminal. */
  readonly shell: Shell | undefined
  /** That one and others; undefined where the lesson has none. */
  readonly terminals: OpenTerminals | undefined
  readonly journal: readonly LabInput[]
  /** Does one thing, after all that was done before has settled. */
  apply(input: LabInput): Promise<void>
  /** The zone texts as they stand now, by origin. */
  readonly zoneTexts: Readonly<Record<string, string>>
  /** The texts of the other documents, by file. */
  readonly documentTexts: Readonly<Record<string, string>>
  /** Looks at everything afresh: senders, mails, diagnostics. */
  gather(): Promise<Evidence>
  /** Answers that were given, and steps that were done. */
  readonly remembered: Remembered
}

export type LabInput =
  /** Keys or a paste for a terminal, the first if absent. Neighbours are joined in the journal. */
  | { readonly kind: 'type'; readonly data: string; readonly terminal?: number }
  /** Opens one more terminal, on a host. Its number, from 2 on, was not used before. */
  | { readonly kind: 'open'; readonly terminal: number; readonly host: string }
  /** Closes a terminal that was opened so, and ends what runs in it. */
  | { readonly kind: 'close'; readonly terminal: number }
  /** A zone's new whole text. Of neighbours for one zone the last stays in the journal. */
  | { readonly kind: 'edit'; readonly zone: string; readonly text: string }
  /** The same of another document, by its file's name: `mail.example.org.conf`. */
  | { readonly kind: 'edit'; readonly document: string; readonly text: string }
  /** Sends a mail of the spec, by its id, through the lab's own world. */
  | { readonly kind: 'send'; readonly mail: string }
  /** Answers a card of a step: ids of choices or items, or keys of rows. */
  | { readonly kind: 'answer'; readonly card: string; readonly answer: readonly string[] }
  /** Lets time go by: so many milliseconds, or until something happens by itself. */
  | { readonly kind: 'advance'; readonly by: number | 'next' }
  /** Does something with a device: fetch, read, write, change its settings. */
  | { readonly kind: 'device'; readonly device: string; readonly act: DeviceAct }
  /** Judges what stands now, and remembers the steps that are done. */
  | { readonly kind: 'check' }

/** What an edit is of: a zone's origin, or another document's file. */
export const editedBy = (input: Extract<LabInput, { kind: 'edit' }>): string =>
  'zone' in input ? input.zone : input.document

export interface LabOptions {
  readonly crypto: Crypto
  readonly output: ShellOutput
  /** Where what is written in terminals beside the first goes; absent: nowhere. */
  readonly outputOf?: (terminal: number) => ShellOutput
  /**
   * Judges the zones: `lintZones`, where zones are edited; a lesson without an editor does without.
   * Findings of the files that are named are wanted, and no others.
   */
  readonly lint?: (zones: readonly Zone[], files: ReadonlySet<string>) => readonly Diagnostic[]
  /** Fetches a program of the terminal that is loaded when it is wanted. */
  readonly fetchPiece?: FetchPiece
  /** Verdicts on zones as they stood in other labs of the same lesson: a proof opens it again and again. */
  readonly verdicts?: Map<string, Promise<Pick<Evidence, 'diagnostics' | 'journeys'>>>
  /**
   * Whether each mail is sent anew for what is judged, as a page lists where they end; true by default.
   * `readsJourneys` says where nothing but such a list looks at it.
   */
  readonly triesMails?: boolean
  /** What was done before, from storage. */
  readonly journal?: readonly LabInput[]
}
