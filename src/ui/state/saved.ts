import { isObject } from '../../core/text/is-object.ts'
import type { LabInput } from '../../lab/lab.ts'
import type { OwnWorld } from '../../lab/own-world/own-world.ts'
import { isInput } from '../../lab/is-input.ts'
import { recordOf, type DoneRecord } from './done-record.ts'

/** A learner's work on one lesson, as it is stored. A later version migrates; none is thrown away. */
export interface Saved extends DoneRecord {
  readonly v: 2
  /** Of the lesson that it was done in. */
  readonly edition: number
  /** The variant that is played; the lesson itself if absent. */
  readonly variant?: string
  /** The sandbox's world, where the learner changed it; read further where it is opened. */
  readonly world?: OwnWorld
  readonly journal: readonly LabInput[]
  /** The zone texts as they stood, by origin, and other documents by file: the whole work even where a journal no longer plays. */
  readonly zones: Readonly<Record<string, string>>
  /** The step that is shown; the first that is open if absent. */
  readonly step?: string
  /** The number of the terminal that is in front, where that is not the first. */
  readonly terminal?: number
  /** How many steps of its ladder were opened, by the step's id. */
  readonly hints: Readonly<Record<string, number>>
  /** Steps that are done. */
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
  v: 2,
  edition: 1,
  journal: [],
  zones: {},
  hints: {},
  progress: { met: 0, of: 0, done: false },
}

/** Reads what was stored. Never throws: what cannot be understood is reported as `broken` or `newer`. */
export function readSaved(text: string | null): Read {
  if (text === null) return { kind: 'none' }
  const value = parseJson(text)
  if (!isObject(value)) return { kind: 'broken' }
  if (typeof value['v'] === 'number' && value['v'] > 2) return { kind: 'newer' }
  if (value['v'] !== 1 && value['v'] !== 2) return { kind: 'broken' }
  const { journal, zones, progress, edition, variant, step, terminal, hints, world } = value
  if (!Array.isArray(journal) || !journal.every(isInput) || !isTexts(zones))
    return { kind: 'broken' }
  return {
    kind: 'saved',
    saved: {
      ...{ v: 2, journal, zones, progress: readProgress(progress), hints: readCounts(hints) },
      edition: typeof edition === 'number' ? edition : 1,
      ...(typeof variant === 'string' && { variant }),
      ...(typeof step === 'string' && { step }),
      ...(typeof terminal === 'number' && { terminal }),
      ...(isObject(world) && { world: world as unknown as OwnWorld }),
      ...recordOf(value),
    },
  }
}

/** The first version counted the hints of a whole lesson, which has no steps to give them to. */
const readCounts = (value: unknown): Record<string, number> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([id, count]) =>
          typeof count === 'number' && count > 0 ? [[id, Math.floor(count)]] : [],
        ),
      )
    : {}

/** Whether two states of work are the same to the learner. */
export const sameWork = (a: Saved, b: Saved): boolean => essence(a) === essence(b)

const essence = ({ journal, zones, hints, variant, states, world }: Saved): string =>
  JSON.stringify([
    journal,
    Object.entries(zones).sort(),
    Object.entries(hints).sort(),
    variant,
    states,
    world,
  ])

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
