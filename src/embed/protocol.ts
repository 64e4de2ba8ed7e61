/** Rises when a message changes its meaning. Fields may be added without: who does not know one leaves it alone. */
export const EMBED_PROTOCOL = 1

/** The kinds of widget, each the name of its element: `zone` of `<helo-zone>`. */
export const kindNames = ['zone', 'smtp', 'terminal', 'transcript', 'message', 'lesson'] as const

export type KindName = (typeof kindNames)[number]

/** What a message may hold. Limits of ours. */
export const embedLimits = {
  /** Characters of an element's text. */
  text: 256 * 1024,
  /** Attributes of an element. */
  options: 40,
  /** Characters of an attribute. */
  option: 4096,
  /** Characters of a state. */
  state: 512 * 1024,
  /** Characters of a property of the look. */
  property: 200,
  /** CSS pixels. */
  height: 20_000,
}

/** How a widget looks: what the host page has set. */
export interface Look {
  /** `auto` follows the system. */
  readonly theme: 'light' | 'dark' | 'auto'
  /** By name without `--helo-`, such as `accent`: what the host page has set, as it is written in CSS. */
  readonly properties: Readonly<Record<string, string>>
}

/** Custom properties of the host page that a widget follows. */
export const lookProperties = [
  ...(['accent', 'background', 'surface', 'code', 'text', 'muted', 'border'] as const),
  ...(['font', 'mono', 'size', 'radius'] as const),
] as const

/** What the host page asks of a widget. Every message has `helo`, the version of the protocol. */
export type HostMessage =
  | OpenMessage
  | LookMessage
  | ResetMessage
  | GetStateMessage
  | SetStateMessage
  | ServeMessage
  | LostMessage

/** Opens a widget in place of what the frame shows; the answer to `hello`, and again when the element changes. */
export interface OpenMessage {
  readonly helo: number
  readonly type: 'open'
  /** Which widget: a name of `kindNames`. */
  readonly kind: string
  /** What the element holds. */
  readonly text: string
  /** The element's attributes, by name. */
  readonly options: Readonly<Record<string, string>>
  readonly look: Look
  /** Goes on from here: what `state` or `answer` gave once. Fresh if absent. */
  readonly state?: string
  /** Set where the page brings frames together that ask for it by `share`. */
  readonly shares?: boolean
}

/** The host page looks otherwise now. */
export interface LookMessage {
  readonly helo: number
  readonly type: 'look'
  readonly look: Look
}

/** Begins anew, with what the element holds. */
export interface ResetMessage {
  readonly helo: number
  readonly type: 'reset'
}

/** Asks for the state; an `answer` of the same `id` comes back. */
export interface GetStateMessage {
  readonly helo: number
  readonly type: 'getState'
  /** A number that the answer carries too. */
  readonly id: number
}

/** Goes on from a state; an `answer` or `refused` of the same `id` comes back. */
export interface SetStateMessage {
  readonly helo: number
  readonly type: 'setState'
  /** A number that the answer carries too. */
  readonly id: number
  /** What `state` or `answer` gave once, or the fragment of a link: `s=…`. */
  readonly state: string
}

/** Another frame, or this one, would use the Worker of this frame: the message brings a port for it. */
export interface ServeMessage {
  readonly helo: number
  readonly type: 'serve'
}

/** The frame whose Worker this one uses is gone. */
export interface LostMessage {
  readonly helo: number
  readonly type: 'lost'
}

/** What a widget reports to the host page. */
export type FrameMessage =
  | HelloMessage
  | HeightMessage
  | ReadyMessage
  | VerdictMessage
  | GoalMessage
  | StepMessage
  | CompleteMessage
  | StateMessage
  | AnswerMessage
  | RefusedMessage
  | ProblemMessage
  | ShareMessage

/** The frame is there. It comes first; `open` is awaited. */
export interface HelloMessage {
  readonly helo: number
  readonly type: 'hello'
  /** The versions of this protocol that the frame speaks. */
  readonly versions: readonly number[]
}

/** How high the frame wants to be. */
export interface HeightMessage {
  readonly helo: number
  readonly type: 'height'
  /** CSS pixels. */
  readonly height: number
}

/** The widget is drawn, and can be used. */
export interface ReadyMessage {
  readonly helo: number
  readonly type: 'ready'
  readonly kind: string
}

/** Something was judged, at the start or after a change. */
export interface VerdictMessage {
  readonly helo: number
  readonly type: 'verdict'
  readonly verdict: Verdict
}

/** What came of a judgement. */
export interface Verdict {
  /** `fault`: an error was found, or a sender or a goal failed. */
  readonly result: 'ok' | 'warning' | 'fault'
  /** One sentence. */
  readonly text: string
  /** By kind: the findings of a zone as code and line, its senders with their results. Plain data. */
  readonly details: readonly VerdictDetail[]
}

export interface VerdictDetail {
  /** A rule of the catalogue, or what was judged: `spf`. */
  readonly code: string
  /** Severity of a finding, or a result in the words of its method. */
  readonly result: string
  /** One sentence. */
  readonly text: string
  /** From 1, in the part that is named; absent where it has none. */
  readonly line?: number
  /** The part of a snippet that has several. */
  readonly part?: string
}

/** A goal is met, or is met no more. */
export interface GoalMessage {
  readonly helo: number
  readonly type: 'goal'
  readonly goal: { readonly id: string; readonly text: string; readonly met: boolean }
}

/** How a step of a lesson stands: each of them once at the start, and when it changes. */
export interface StepMessage {
  readonly helo: number
  readonly type: 'step'
  readonly step: StepReport
}

/** How far a step is, and how it was done. */
export interface StepReport {
  readonly id: string
  readonly done: boolean
  /** Ids of its goals that are met. */
  readonly met: readonly string[]
  /** Whether its last hint was opened, which shows the line itself. */
  readonly shown: boolean
  /** Of its question; absent where it has none. */
  readonly question?: QuestionReport
}

/** How a question of a step was answered. */
export interface QuestionReport {
  /** Whether it is done with. */
  readonly settled: boolean
  /** The first answer that was given: ids of choices or items, keys of rows, `item=bin`. */
  readonly first?: readonly string[]
  /** Whether that was right; absent while only the outcome can say so. */
  readonly right?: boolean
}

/** All that was to be done is done. */
export interface CompleteMessage {
  readonly helo: number
  readonly type: 'complete'
  /** Of a whole lesson: its record of completion, which `helo-world verify-record` reads. */
  readonly record?: string
}

/** The state has changed; it comes once the hand rests. */
export interface StateMessage {
  readonly helo: number
  readonly type: 'state'
  /** For `setState`, and for the fragment of a link. */
  readonly state: string
}

/** Answers `getState` and `setState`. */
export interface AnswerMessage {
  readonly helo: number
  readonly type: 'answer'
  readonly id: number
  readonly state: string
}

/** A `setState` that cannot be done; the widget is as it was. */
export interface RefusedMessage {
  readonly helo: number
  readonly type: 'refused'
  readonly id: number
  /** Why, in a sentence. */
  readonly reason: string
}

/** Something is wrong with the element or with a message; the frame shows it too. */
export interface ProblemMessage {
  readonly helo: number
  readonly type: 'problem'
  /** In a sentence. */
  readonly reason: string
}

/** Asks for the Worker of another frame, where the browser has none for all: the message brings a port for it. */
export interface ShareMessage {
  readonly helo: number
  readonly type: 'share'
}
