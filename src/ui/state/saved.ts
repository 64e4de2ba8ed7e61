import { isObject } from '../../core/text/is-object.ts'
import type { LabInput } from '../../lab/lab.ts'
import { isInput } from '../../lab/is-input.ts'

/** A learner's work on one lesson, as it is stored. A later version migrates; none is thrown away. */
export interface Saved {
  readonly v: 1
  readonly journal: readonly LabInput[]
  /** The zone texts as they stood, by origin: the whole work even where a journal no longer plays. */
  readonly zones: Readonly<Record<string, string>>
  /** How many steps of the hint ladder were opened. */
  readonly hints: number
  readonly progress: { readonly met: number; readonly of: number; readonly done: boolean }
}

export type Read =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly saved: Saved }
  /** It is not ours, or was cut short. */
  | { readonly kind: 'broken' }
  /** A later version of the app wrote it. */
  | { readonly kind: 'newer' }

export const nothingDone: Saved = {
  v: 1,
  journal: [],
  zones: {},
  hints: 0,
  progress: { met: 0, of: 0, done: false },
}

/** Reads what was stored. Never throws: what cannot be understood is reported as `broken` or `newer`. */
export function readSaved(text: string | null): Read {
  if (text === null) return { kind: 'none' }
  const value = parseJson(text)
  if (!isObject(value)) return { kind: 'broken' }
  if (typeof value['v'] === 'number' && value['v'] > 1) return { kind: 'newer' }
  if (value['v'] !== 1) return { kind: 'broken' }
  const { journal, zones, hints, progress } = value
  if (!Array.isArray(journal) || !journal.every(isInput) || !isTexts(zones))
    return { kind: 'broken' }
  const shown = typeof hints === 'number' && hints > 0 ? Math.floor(hints) : 0
  return {
    kind: 'saved',
    saved: { v: 1, journal, zones, hints: shown, progress: readProgress(progress) },
  }
}

/** Whether two states of work are the same to the learner. */
export const sameWork = (a: Saved, b: Saved): boolean => essence(a) === essence(b)

const essence = ({ journal, zones, hints }: Saved): string =>
  JSON.stringify([journal, Object.entries(zones).sort(), hints])

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isTexts = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string')

function readProgress(value: unknown): Saved['progress'] {
  if (!isObject(value)) return nothingDone.progress
  const { met, of, done } = value
  return {
    met: typeof met === 'number' ? met : 0,
    of: typeof of === 'number' ? of : 0,
    done: done === true,
  }
}
