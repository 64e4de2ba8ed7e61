import { isObject } from '../../core/text/is-object.ts'
import type { SlotName } from '../desk/slots.svelte.ts'
import { isAct, type PresentAct } from './present-keys.ts'

/** What the hall's window says of itself to the window with the notes. */
export interface Shown {
  readonly kind: 'shown'
  readonly lesson: string
  /** The step's id, or that of the end; empty in a sandbox. */
  readonly step: string
  readonly isCurtained: boolean
  readonly slot: SlotName
  readonly isBlank: boolean
  readonly variant?: string
  /** While a session is played again. */
  readonly replay?: { readonly line: number; readonly lines: number; readonly isPaused: boolean }
}

/** What the window with the notes asks of the hall's. */
export type Wanted =
  | { readonly kind: 'hello'; readonly lesson: string }
  | { readonly kind: 'act'; readonly lesson: string; readonly act: PresentAct }
  /** Shows a prepared state: the fragment of a link. */
  | { readonly kind: 'open'; readonly lesson: string; readonly fragment: string }

/** The hall's window goes, or no longer presents. */
export interface Gone {
  readonly kind: 'gone'
  readonly lesson: string
}

/** Between the two windows; both are of this site. */
export const openNotesLine = (): BroadcastChannel => new BroadcastChannel('helo-world/present')

/** Reads what came for a lesson from the window with the notes; undefined if it is something else. */
export function readWanted(value: unknown, lesson: string): Wanted | undefined {
  if (!isObject(value) || value['lesson'] !== lesson) return undefined
  const { kind, act, fragment } = value
  if (kind === 'hello') return { kind, lesson }
  if (kind === 'act' && isAct(act)) return { kind, lesson, act }
  if (kind === 'open' && typeof fragment === 'string') return { kind, lesson, fragment }
  return undefined
}

/** Reads what came from the hall's window. */
export function readShown(value: unknown, lesson: string): Shown | Gone | undefined {
  if (!isObject(value) || value['lesson'] !== lesson) return undefined
  if (value['kind'] === 'gone') return { kind: 'gone', lesson }
  const isShown =
    value['kind'] === 'shown' &&
    typeof value['step'] === 'string' &&
    typeof value['slot'] === 'string'
  return isShown ? (value as unknown as Shown) : undefined
}

/** Why a prepared state could not be shown, if that is what came. */
export function readRefused(value: unknown, lesson: string): string | undefined {
  if (!isObject(value) || value['lesson'] !== lesson || value['kind'] !== 'refused')
    return undefined
  return typeof value['fault'] === 'string' ? value['fault'] : undefined
}
