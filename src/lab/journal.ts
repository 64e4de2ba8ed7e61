import { editedBy, type LabInput } from './lab.ts'

/** Keys are joined up to this many characters, so that one long session stays a few entries. */
const MAX_JOINED = 4096

/**
 * The journal with one more input: neighbouring keys joined, an edit in place of the edit before it.
 * Keys are not joined across Enter or another control: what they set off comes before the next key,
 * when it is done again as when it was done first.
 */
export function addToJournal(journal: readonly LabInput[], input: LabInput): readonly LabInput[] {
  const last = journal.at(-1)
  const joined = last && join(last, input)
  return joined ? [...journal.slice(0, -1), joined] : [...journal, input]
}

function join(last: LabInput, next: LabInput): LabInput | undefined {
  if (last.kind === 'type' && next.kind === 'type' && isPlain(last.data)) {
    const data = last.data + next.data
    const isSame = last.terminal === next.terminal && data.length <= MAX_JOINED
    return isSame ? { ...last, data } : undefined
  }
  if (last.kind === 'edit' && next.kind === 'edit' && editedBy(last) === editedBy(next)) return next
  return undefined
}

const isPlain = (data: string): boolean => [...data].every((key) => key >= ' ' && key !== '\x7f')
