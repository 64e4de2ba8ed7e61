import type { SlotName } from '../desk/slots.svelte.ts'

/** What a presenter asks for. */
export type PresentAct =
  { readonly do: 'show'; readonly slot: SlotName } | { readonly do: PlainAct }

export type PlainAct = (typeof plainActs)[number]

export const plainActs = [
  ...(['forward', 'back', 'up', 'down', 'enter', 'pause'] as const),
  ...(['spotlight', 'blank', 'replay', 'notes', 'leave'] as const),
] as const

/** What of a key press decides. */
export interface PresentPress {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** The keys of a keyboard; a remote control has those for pages, and a full stop or B for a blank screen. */
const acts: Readonly<Record<string, PresentAct>> = {
  1: { do: 'show', slot: 'step' },
  2: { do: 'show', slot: 'doing' },
  3: { do: 'show', slot: 'effect' },
  ArrowRight: { do: 'forward' },
  PageDown: { do: 'forward' },
  ArrowLeft: { do: 'back' },
  PageUp: { do: 'back' },
  ArrowUp: { do: 'up' },
  ArrowDown: { do: 'down' },
  Enter: { do: 'enter' },
  ' ': { do: 'pause' },
  s: { do: 'spotlight' },
  b: { do: 'blank' },
  '.': { do: 'blank' },
  r: { do: 'replay' },
  n: { do: 'notes' },
  p: { do: 'leave' },
  Escape: { do: 'leave' },
}

/** What a key asks for before a hall, if anything: with another key held down it is the browser's. */
export function actOf({ key, altKey, ctrlKey, metaKey }: PresentPress): PresentAct | undefined {
  if (altKey || ctrlKey || metaKey) return undefined
  const name = Object.hasOwn(acts, key) ? key : key.toLowerCase()
  return Object.hasOwn(acts, name) ? acts[name] : undefined
}

/**
 * Whether a key asks for the presenter. Where a terminal takes what is typed nowhere, a small `p` is the
 * beginning of a command.
 */
export const asksToPresent = (
  { key, altKey, ctrlKey, metaKey }: PresentPress,
  hasTerminal: boolean,
): boolean => !altKey && !ctrlKey && !metaKey && (key === 'P' || (key === 'p' && !hasTerminal))

/** Where keys are typed, and so ask for nothing. */
const FIELDS = [
  ...['input', 'textarea', 'select', '[contenteditable]', '.xterm', '.monaco-editor', 'dialog'],
].join()

/** Whether what has the focus takes keys itself. */
export const isTakenBy = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(FIELDS) !== null

/** Whether a value is something that a presenter may ask for. */
export function isAct(value: unknown): value is PresentAct {
  if (typeof value !== 'object' || value === null || !('do' in value)) return false
  if (value.do === 'show')
    return 'slot' in value && ['step', 'doing', 'effect'].includes(value.slot as string)
  return plainActs.includes(value.do as PlainAct)
}
