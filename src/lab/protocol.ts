import type { Diagnostic } from '../core/diagnostic.ts'
import type { ZoneText } from '../dns/zone/zone-text.ts'
import type { Progress } from '../lessons/check.ts'
import type { MailReport, SenderReport } from '../lessons/evidence.ts'
import type { Lesson } from '../lessons/lesson.ts'
import type { TranscriptLine } from '../shell/shell.ts'
import type { WorldEvent } from '../world/events/index.ts'
import type { BridgeZone, ZoneEditing } from '../world/bridge-zones.ts'
import type { SessionNumbers } from '../world/services/numbering.ts'
import type { MailboxSnapshot } from '../world/mailbox-snapshot.ts'
import type { DeviceView } from './device-view.ts'
import type { LabInput } from './lab.ts'
import type { OpenTerminal } from './open-terminals.ts'
import type { WorldTime } from './world-time.ts'

/** Rises when a message changes its meaning; a message of another version is refused. */
export const LAB_PROTOCOL = 5

/** What a page asks of the host of a lab. */
export type LabRequest =
  PrepareRequest | OpenRequest | InputRequest | ColumnsRequest | AskRequest | SnapshotRequest

/** A lab of this lesson will be opened soon: the host fetches the code that it takes. Nothing comes back. */
export interface PrepareRequest {
  readonly kind: 'prepare'
  /** The lesson as its page carries it. */
  readonly lesson: Lesson
}

/** Opens a lab in place of the one before, and does again what was done in it. */
export interface OpenRequest {
  readonly kind: 'open'
  /** `LAB_PROTOCOL` of who asks. */
  readonly version: number
  /** Names the lab: a number that rises with each one. Every output of a lab carries it. */
  readonly run: number
  /** The lesson as its page carries it. */
  readonly lesson: Lesson
  /** What was done before; empty for a fresh start. */
  readonly journal: readonly LabInput[]
  /** Zone texts by origin, and those of other documents by file, that are put in place where the journal did not lead to them. */
  readonly zones: Readonly<Record<string, string>>
  /** Cells in a row of the terminals. */
  readonly columns: number
}

/** Does one thing in the lab, after all that was asked before. */
export interface InputRequest {
  readonly kind: 'input'
  readonly run: number
  /** Rises by one with each input of the run, from 1. */
  readonly number: number
  /** A key, a terminal that opens or closes, an edit, a mail to send, an answer to a card, an act with a device, time that goes by, or a wish to remember what stands. */
  readonly input: LabInput
}

/** The terminals have another width. */
export interface ColumnsRequest {
  readonly kind: 'columns'
  /** Cells in a row of them, from now on. */
  readonly columns: number
}

/** Asks a question of `questions/`; an `answer` or `unanswered` of its number comes back. */
export interface AskRequest {
  readonly kind: 'ask'
  /** A number that the answer carries too. */
  readonly id: number
  /** A name of `questions/index.ts`. */
  readonly name: string
  /** What the question is about: plain data of its kind. */
  readonly asked: unknown
}

/** Asks for a `snapshot` of the lab as it stands when all inputs before have settled. */
export interface SnapshotRequest {
  readonly kind: 'snapshot'
  readonly run: number
}

/** What comes out of a lab. Plain data: all that is drawn is drawn from these. */
export type LabOutput =
  | HelloOutput
  | OpenedOutput
  | FailedOutput
  | TerminalOutput
  | TerminalsOutput
  | EventsOutput
  | MailboxesOutput
  | DevicesOutput
  | NumbersOutput
  | TimeOutput
  | ZonesOutput
  | FindingsOutput
  | ProgressOutput
  | AppliedOutput
  | SnapshotOutput
  | AnswerOutput
  | UnansweredOutput
  | RefusedOutput
  | BridgeZonesOutput
  | BridgeZoneOutput

/** The host is there. It comes first, once. */
export interface HelloOutput {
  readonly kind: 'hello'
  /** `LAB_PROTOCOL` of the host. */
  readonly version: number
}

/** The lab has opened, and what its journal held has been done again. */
export interface OpenedOutput {
  readonly kind: 'opened'
  readonly run: number
}

/** The lab cannot be opened, or has broken. */
export interface FailedOutput {
  readonly kind: 'failed'
  readonly run: number
  /**
   * `code`: what it runs on could not be fetched. `work`: what it was opened with could not be done.
   * `fault`: it broke down later, and may be opened again with the same.
   */
  readonly cause: 'code' | 'work' | 'fault'
  /** Why, in a sentence. */
  readonly reason: string
}

/** More output of a terminal: an increment. */
export interface TerminalOutput {
  readonly kind: 'terminal'
  readonly run: number
  /** The terminal's number; the first, 1, if absent. */
  readonly terminal?: number
  /** For the screen: text with line ends and ANSI sequences. */
  readonly text: string
  /** The same as whole lines without sequences, as they were finished. */
  readonly lines: readonly TranscriptLine[]
  /** Whether a program runs, so that keys go to it and not to the prompt. */
  readonly busy: boolean
}

/** Which terminals are open now. None comes as long as there is the first alone, on its own host. */
export interface TerminalsOutput {
  readonly kind: 'terminals'
  readonly run: number
  /** All of them, the first too; empty where it is alone again, on its own host. */
  readonly terminals: readonly OpenTerminal[]
}

/** What happened in the world: an increment. */
export interface EventsOutput {
  readonly kind: 'events'
  readonly run: number
  /** The number of the first of these events; the first there ever was is 0. */
  readonly first: number
  /** In the order in which they happened. */
  readonly events: readonly WorldEvent[]
}

/** The mailboxes as they stand now, each folder with its newest messages. */
export interface MailboxesOutput {
  readonly kind: 'mailboxes'
  readonly run: number
  /** In the order of the world. */
  readonly mailboxes: readonly MailboxSnapshot[]
}

/** What the devices of people have and show now; nothing comes where there are none. */
export interface DevicesOutput {
  readonly kind: 'devices'
  readonly run: number
  /** In the order of the world. */
  readonly devices: readonly DeviceView[]
}

/** What open sessions of IMAP and POP3 call the messages of their mailboxes now. */
export interface NumbersOutput {
  readonly kind: 'numbers'
  readonly run: number
  /** A session each, the oldest first; none while no session has a mailbox open. */
  readonly sessions: readonly SessionNumbers[]
}

/** What time it is in the world, and what waits there. */
export interface TimeOutput {
  readonly kind: 'time'
  readonly run: number
  /** The clock, what happens next by itself, and the messages that wait for another try. */
  readonly time: WorldTime
}

/** The zones as they are published now. */
export interface ZonesOutput {
  readonly kind: 'zones'
  readonly run: number
  /** The last input that they have followed. */
  readonly input: number
  /** All of them, also those that may not be edited. */
  readonly zones: readonly ZoneText[]
}

/** What was found when the zones were judged. A part that is absent is as it was. */
export interface FindingsOutput {
  readonly kind: 'findings'
  readonly run: number
  /** The last input that was judged. */
  readonly input: number
  /** Of the zones and other documents that may be edited. */
  readonly diagnostics?: readonly Diagnostic[]
  /** What would be good to have in them: no problems. */
  readonly advice?: readonly Diagnostic[]
  /** Each sender of the lesson with its verdict by SPF. */
  readonly senders?: readonly SenderReport[]
  /** Each mail of the lesson with its journey through a copy of the world. */
  readonly mails?: readonly MailReport[]
}

/** How the lesson stands: each step with its goals and its card, and the hint that fits. */
export interface ProgressOutput {
  readonly kind: 'progress'
  readonly run: number
  /** The last input that was judged. */
  readonly input: number
  /** Steps with the status and reason of their goals. */
  readonly progress: Progress
}

/** An input and all before it have been done, and what they set off has settled. */
export interface AppliedOutput {
  readonly kind: 'applied'
  readonly run: number
  /** Its number. */
  readonly input: number
}

/** All that came out of the lab so far, as one value. */
export interface SnapshotOutput {
  readonly kind: 'snapshot'
  readonly run: number
  /** The same as all outputs of the run, added up. */
  readonly picture: LabPicture
}

/** All that came out of a lab, added up: what a view of it knows. */
export interface LabPicture {
  /** The last input that has settled. */
  readonly input: number
  /** What was written to the screen: its newest 200,000 characters. */
  readonly screen: string
  /** The same as lines: the newest 20,000. */
  readonly lines: readonly TranscriptLine[]
  /** Whether a program runs. */
  readonly busy: boolean
  /** As in `terminals`. */
  readonly terminals: readonly OpenTerminal[]
  /** What was written in each terminal beside the first, in the order of `terminals`. */
  readonly written: readonly TerminalPicture[]
  /** As in `events`, all of them. */
  readonly events: readonly WorldEvent[]
  /** As in `mailboxes`. */
  readonly mailboxes: readonly MailboxSnapshot[]
  /** As in `devices`. */
  readonly devices: readonly DeviceView[]
  /** As in `numbers`. */
  readonly numbers: readonly SessionNumbers[]
  /** As in `time`. */
  readonly time: WorldTime
  /** As in `zones`. */
  readonly zones: readonly ZoneText[]
  /** As in `findings`. */
  readonly diagnostics: readonly Diagnostic[]
  /** As in `findings`. */
  readonly advice: readonly Diagnostic[]
  /** As in `findings`. */
  readonly senders: readonly SenderReport[]
  /** As in `findings`. */
  readonly mails: readonly MailReport[]
  /** As in `progress`; absent before the first judgement. */
  readonly progress?: Progress
}

/** What came out of a terminal beside the first. */
export interface TerminalPicture {
  /** Its number. */
  readonly terminal: number
  /** As the picture has it of the first. */
  readonly screen: string
  /** The same as lines. */
  readonly lines: readonly TranscriptLine[]
  /** Whether a program runs in it. */
  readonly busy: boolean
}

/** The answer to a question. */
export interface AnswerOutput {
  readonly kind: 'answer'
  /** The number of the question. */
  readonly id: number
  /** Plain data of its kind. */
  readonly answer: unknown
}

/** A question that has no answer: its name is unknown, or its code could not be fetched. */
export interface UnansweredOutput {
  readonly kind: 'unanswered'
  /** The number of the question. */
  readonly id: number
  /** Why, in a sentence. */
  readonly reason: string
}

/** A request that is none of this version. */
export interface RefusedOutput {
  readonly kind: 'refused'
  /** Why, in a sentence. */
  readonly reason: string
}

/** The zones of a bridge as they stand, of which people edit some. */
export interface BridgeZonesOutput {
  readonly kind: 'bridgeZones'
  /** The run of the bridge: another one knows nothing of edits before. */
  readonly run: number
  /** Whether who asks may edit them. */
  readonly editing: ZoneEditing
  /** Octets that a zone may have in UTF-8. */
  readonly limit: number
  /** Hosts that keep answers of the DNS until their TTL ends. */
  readonly caches: readonly string[]
  /** In the order of the world. */
  readonly zones: readonly BridgeZone[]
}

/** One zone of a bridge, after an edit of it. */
export interface BridgeZoneOutput {
  readonly kind: 'bridgeZone'
  readonly run: number
  /** As it stands; where the edit was of an older version, that edit is not in it. */
  readonly zone: BridgeZone
}
