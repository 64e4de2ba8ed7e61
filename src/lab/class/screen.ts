import { addToJournal } from '../journal.ts'
import type { LabInput } from '../lab.ts'
import {
  CLASS_PROTOCOL,
  classLimits,
  type ClassPlace,
  type GoOnMessage,
  type NumberedPlace,
  type PresentMessage,
  type ScreenLook,
  type ScreenMessage,
  type ScreenPosition,
  type ScreenWork,
} from './protocol.ts'

/** What the presenter shows: a lab by its journal, and what is seen of it. */
export interface Screen extends NumberedPlace, ScreenPosition {
  readonly work: ScreenWork
  readonly look: ScreenLook
  /** All inputs, joined as storage keeps them. */
  readonly journal: readonly LabInput[]
  /** The newest inputs, each as it came; the last of them is number `count`. */
  readonly recent: readonly LabInput[]
  /** Characters of what came, as JSON. */
  readonly size: number
}

/** Why a screen does not go on: it is another run, something is missing, or it is more than a class follows. */
export type ScreenRefusal = 'stale' | 'large'

/** The screen that a whole one makes; its place is numbered by the room. */
export function presentedScreen({
  place,
  look,
  run,
  work,
  journal,
}: PresentMessage): Screen | ScreenRefusal {
  const size = sizeOf(journal) + sizeOf(work)
  if (size > classLimits.screen) return 'large'
  return {
    ...{ ...placeOf(place), number: 0, look, run, work, journal },
    ...{ count: 0, recent: [], size },
  }
}

/** The screen after more inputs; those that are there already are left out. */
export function goneOn(
  screen: Screen | undefined,
  { place, look, run, from, inputs }: GoOnMessage,
): Screen | ScreenRefusal {
  if (screen?.run !== run || from > screen.count) return 'stale'
  const fresh = inputs.slice(screen.count - from)
  const journal = fresh.reduce(addToJournal, screen.journal)
  const size = screen.size + (fresh.length > 0 ? sizeOf(fresh) : 0)
  if (size > classLimits.screen || journal.length > classLimits.inputs) return 'large'
  const { step: _, ...rest } = screen
  return {
    ...{ ...rest, ...placeOf(place), look, journal, size },
    ...{ count: screen.count + fresh.length },
    recent: [...screen.recent, ...fresh].slice(-classLimits.recent),
  }
}

/**
 * What a page that follows has to hear: what came since its position, or all of it where that is another
 * work's or too long ago.
 */
export function screenMessage(screen: Screen, at: ScreenPosition | undefined): ScreenMessage {
  const { run, count, work, look, journal, recent } = screen
  const said = {
    ...{ kind: 'screen' as const, version: CLASS_PROTOCOL, run, count, look },
    place: placeOf(screen),
  }
  const missed = at?.run === run ? count - at.count : Infinity
  if (!at || missed < 0 || missed > recent.length)
    return { ...said, work, from: 0, inputs: journal }
  const inputs = recent.slice(recent.length - missed)
  return { ...said, from: at.count, inputs: inputs.reduce<readonly LabInput[]>(addToJournal, []) }
}

/** A place without what else a value holds. */
export const placeOf = ({ slug, step }: ClassPlace): ClassPlace => ({
  slug,
  ...(step !== undefined && { step }),
})

const sizeOf = (value: unknown): number => JSON.stringify(value).length
