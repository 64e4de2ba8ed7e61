import { sentOnce, type Attempt, type Sent, type StepAttempt } from './attempt.ts'

/** What a learning system keeps of a lesson that was left. */
export interface Kept {
  readonly attempt: Attempt
  /** The state of the lesson, as its frame gave it; absent where there was no room for it. */
  readonly state?: string
}

/**
 * `none`: nothing was kept. `broken`: it was cut off, or is of something else. `newer`: a later version of the
 * package wrote it.
 */
export type KeptReading =
  { readonly kind: 'kept'; readonly kept: Kept } | { readonly kind: 'none' | 'broken' | 'newer' }

/** Characters that there is room for: of SCORM 1.2, of SCORM 2004; cmi5 sets no limit, this one is ours. */
export const room = { scorm12: 4096, scorm2004: 64_000, cmi5: 512 * 1024 } as const

const MARK = 'helo'
const VERSION = 1
const STATE = /^s=[\w-]+$/
const NAME = /^[a-z0-9][\w-]{0,79}$/i
/** The bits of a step, in this order. */
const flags = ['done', 'own', 'shown', 'settled', 'answered'] as const

/**
 * Writes what is kept in characters that every learning system carries as they are: letters, digits and `.~=-_`.
 * `helo1~3~plan.9~hear.3.greeting~~s=H4sI…`: version, what was sent, the steps with their bits and goals, the state.
 * @param limit Characters that there is room for. Where the state does not fit, it is left out.
 * @returns `whole`: with its state, if it had one.
 */
export function writeKept(
  { attempt, state }: Kept,
  limit: number,
): { readonly text: string; readonly whole: boolean } {
  const sent = bitsOf(sentOnce.map((name) => attempt.sent.includes(name)))
  const steps = Object.entries(attempt.steps).map(([id, step]) =>
    [id, bitsOf(flags.map((flag) => step[flag])), ...step.met].join('.'),
  )
  const head = [MARK + VERSION, sent, ...steps].join('~')
  if (state === undefined || state === '') return { text: head, whole: true }
  const text = `${head}~~${state}`
  return text.length <= limit ? { text, whole: true } : { text: head, whole: false }
}

/** Reads what `writeKept` wrote. Never throws. */
export function readKept(text: string | null | undefined): KeptReading {
  if (text === undefined || text === null || text.trim() === '') return { kind: 'none' }
  if (text.length > room.cmi5) return { kind: 'broken' }
  const [head = '', state, ...more] = text.trim().split('~~')
  const [mark = '', sent = '', ...steps] = head.split('~')
  const version = /^helo(\d{1,4})$/.exec(mark)?.[1]
  if (version === undefined) return { kind: 'broken' }
  if (Number(version) > VERSION) return { kind: 'newer' }
  const isWhole = more.length === 0 && (state === undefined || STATE.test(state))
  const read = steps.map(readStep)
  if (!isWhole || !isBits(sent) || read.includes(undefined)) return { kind: 'broken' }
  const attempt: Attempt = {
    steps: Object.fromEntries(read as (readonly [string, StepAttempt])[]),
    sent: sentOnce.filter((_, at) => hasBit(sent, at)) as Sent[],
  }
  return { kind: 'kept', kept: { attempt, ...(state !== undefined && { state }) } }
}

function readStep(text: string): readonly [string, StepAttempt] | undefined {
  const [id = '', bits = '', ...met] = text.split('.')
  if (!isName(id) || !isBits(bits) || !met.every(isName)) return undefined
  const has = (flag: (typeof flags)[number]) => hasBit(bits, flags.indexOf(flag))
  return [
    id,
    {
      ...{ done: has('done'), own: has('own'), shown: has('shown') },
      ...{ settled: has('settled'), answered: has('answered'), met },
    },
  ]
}

const bitsOf = (all: readonly boolean[]): number =>
  all.reduce((sum, one, at) => sum + (one ? 2 ** at : 0), 0)
const isBits = (text: string): boolean => /^\d{1,3}$/.test(text)
const hasBit = (text: string, at: number): boolean => Math.floor(Number(text) / 2 ** at) % 2 === 1
const isName = (text: string): boolean => NAME.test(text) && text !== '__proto__'
