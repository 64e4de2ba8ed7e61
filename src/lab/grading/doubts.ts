import type { Lesson } from '../../lessons/lesson.ts'
import type { LabInput } from '../lab.ts'
import type { RecordedPlay } from '../record/record.ts'
import type { HandedIn } from './submission.ts'
import type { Doubt } from './report.ts'

/** What stands before the record must be what is in it. */
export function headDoubts({ head, name, made, plays }: HandedIn): Doubt[] {
  const [play] = plays
  if (!head || !play) return []
  const { slug, edition, variant } = play
  const inRecord = { name, lesson: slug, edition, variant, made }
  const other = (Object.keys(inRecord) as (keyof typeof inRecord)[]).filter(
    (field) => head[field] !== inRecord[field],
  )
  return other.map((field) => ({
    kind: 'head',
    text: `\`${field}\` says “${String(head[field] ?? 'nothing')}”, and the record “${String(inRecord[field] ?? 'nothing')}”.`,
  }))
}

/** Inputs that no page of the lesson makes. The first is enough. */
export function inputDoubts(lesson: Lesson, journal: readonly LabInput[]): Doubt[] {
  const known = namesIn(lesson)
  const at = journal.findIndex((input) => strangeness(input, known) !== undefined)
  if (at < 0) return []
  return [{ kind: 'input', text: strangeness(journal[at]!, known)!, input: at + 1 }]
}

interface KnownNames {
  readonly hasTerminal: boolean
  /** Whether more than one may be opened. */
  readonly hasTerminals: boolean
  readonly editable: ReadonlySet<string>
  readonly cards: ReadonlySet<string>
  readonly mails: ReadonlySet<string>
  readonly devices: ReadonlySet<string>
}

const namesIn = (lesson: Lesson): KnownNames => ({
  hasTerminal: lesson.terminal !== undefined,
  hasTerminals: lesson.terminal?.several ?? false,
  editable: new Set([
    ...lesson.world.zones.flatMap(({ origin, editable }) => (editable ? [origin] : [])),
    ...(lesson.world.documents ?? []).flatMap(({ file, editable }) => (editable ? [file] : [])),
  ]),
  cards: new Set(lesson.steps.flatMap(({ card }) => card?.id ?? [])),
  mails: new Set(lesson.world.mails.map(({ id }) => id)),
  devices: new Set((lesson.world.devices ?? []).map(({ id }) => id)),
})

/** Why an input is of no page of the lesson; undefined where it may be. */
function strangeness(input: LabInput, known: KnownNames): string | undefined {
  switch (input.kind) {
    case 'type':
      return known.hasTerminal ? undefined : 'It types, and the lesson has no terminal.'
    case 'open':
      return known.hasTerminals
        ? undefined
        : `It opens a terminal on \`${input.host}\`, and the lesson has no more than one.`
    case 'edit': {
      const edited = 'zone' in input ? input.zone : input.document
      return known.editable.has(edited)
        ? undefined
        : `It edits \`${edited}\`, which the lesson does not let its learner edit.`
    }
    case 'answer':
      return known.cards.has(input.card)
        ? undefined
        : `It answers \`${input.card}\`, which is no question of the lesson.`
    case 'send':
      return known.mails.has(input.mail)
        ? undefined
        : `It sends \`${input.mail}\`, which is no mail of the lesson.`
    case 'device':
      return known.devices.has(input.device)
        ? undefined
        : `It uses \`${input.device}\`, which is no device of the lesson.`
    default:
      return undefined
  }
}

/** Times must fit the journal, follow each other, and end before the submission was made. */
export function timeDoubts({ track, journal }: RecordedPlay, { head, made }: HandedIn): Doubt[] {
  const doubt = (text: string, input?: number): Doubt[] => [
    { kind: 'times', text, ...(input !== undefined && { input: input + 1 }) },
  ]
  // Records of completion had none at first; a page that hands in always had.
  if (!track) return head ? doubt('It has no times, and a page that hands in notes them.') : []
  const { began, times, pastes } = track
  if (times.length !== journal.length)
    return doubt(`It has times of ${times.length} inputs, and ${journal.length} inputs.`)
  let last = 0
  for (const [at, time] of times.entries()) {
    if (!time) continue
    const [from, to] = time
    if (from < last || to < from) return doubt('An input was made before the one before it.', at)
    last = to
  }
  if (pastes.some(({ input }) => input >= journal.length))
    return doubt('Something was pasted into an input that is not there.')
  if (Date.parse(began) + last > Date.parse(made) + CLOCK)
    return doubt('Its last input was made after the submission.')
  return []
}

/** Milliseconds that a clock may be set back while somebody works. A limit of ours. */
const CLOCK = 60_000

/** A page that says of a step that it is done must be right. */
export function claimDoubts(
  { track }: RecordedPlay,
  { steps }: Lesson,
  done: ReadonlyMap<string, number>,
): Doubt[] {
  const wrong = track?.done.find((id) => !done.has(id))
  if (wrong === undefined) return []
  const title = steps.find(({ id }) => id === wrong)?.title ?? wrong
  return [
    {
      kind: 'claim',
      text: `It says that “${title}” is done, and what was done does not come to that.`,
    },
  ]
}
