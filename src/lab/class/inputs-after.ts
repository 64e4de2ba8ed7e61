import { editedBy, type LabInput } from '../lab.ts'

/**
 * What was done between two journals of one lab; undefined where the second does not go on from the first: it was
 * begun over, or is other work. Inputs are compared by identity, as `addToJournal` keeps them.
 */
export function inputsAfter(
  before: readonly LabInput[],
  after: readonly LabInput[],
): readonly LabInput[] | undefined {
  if (before === after) return []
  if (after.length < before.length) return undefined
  const end = before.length - 1
  for (let at = 0; at < end; at++) if (before[at] !== after[at]) return undefined
  const [last, now] = [before[end], after[end]]
  const added = after.slice(before.length)
  if (last === undefined || last === now) return added
  const grown = grownBy(last, now!)
  return grown && [grown, ...added]
}

/** What made an input into the one that took its place: more keys, or a newer text. */
function grownBy(last: LabInput, now: LabInput): LabInput | undefined {
  if (last.kind === 'type' && now.kind === 'type' && now.data.startsWith(last.data))
    return { kind: 'type', data: now.data.slice(last.data.length) }
  if (last.kind === 'edit' && now.kind === 'edit' && editedBy(last) === editedBy(now)) return now
  return undefined
}
