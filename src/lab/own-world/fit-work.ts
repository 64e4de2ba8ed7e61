import { editedBy, type LabInput } from '../lab.ts'
import type { OwnWorld } from './own-world.ts'
import { renamedIn, type Renaming } from './rename.ts'

/** What was done in a world: all inputs, and texts as they stand, by origin or file. */
export interface Done {
  readonly journal: readonly LabInput[]
  readonly zones: Readonly<Record<string, string>>
}

/**
 * What was done in a world, for the same world after a change. What no longer fits is left out: edits of a
 * text that is gone or was put anew, messages and devices that are gone.
 */
export function fitWork(done: Done, before: OwnWorld, after: OwnWorld, renaming?: Renaming): Done {
  const named = renaming ? renamedIn({ done, before }, renaming) : { done, before }
  const was = textsOf(named.before)
  const is = textsOf(after)
  const stays = (key: string): boolean => is.has(key) && was.get(key) === is.get(key)
  const mails = new Set(after.world.mails.map(({ id }) => id))
  const devices = new Set(after.world.devices?.map(({ id }) => id))
  const fits = (input: LabInput): boolean => {
    if (input.kind === 'edit') return stays(editedBy(input))
    if (input.kind === 'send') return mails.has(input.mail)
    return input.kind !== 'device' || devices.has(input.device)
  }
  return {
    journal: named.done.journal.filter(fits),
    zones: Object.fromEntries(Object.entries(named.done.zones).filter(([key]) => stays(key))),
  }
}

/** Texts that may be edited, by a zone's origin or another document's file. */
const textsOf = ({ world: { zones, documents = [] } }: OwnWorld): ReadonlyMap<string, string> =>
  new Map(
    [
      ...zones.map(({ origin, text, editable }) => [origin, text, editable] as const),
      ...documents.map(({ file, text, editable }) => [file, text, editable] as const),
    ].flatMap(([key, text, editable]) => (editable ? [[key, text] as const] : [])),
  )
