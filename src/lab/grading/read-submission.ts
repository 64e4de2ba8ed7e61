import { isObject } from '../../core/text/is-object.ts'
import { readRecord } from '../record/read-record.ts'
import { BEGIN, recordLimits, type Sha256 } from '../record/record.ts'
import {
  SUBMISSION,
  type Submission,
  type SubmissionFault,
  type SubmissionHead,
  type SubmissionReading,
} from './submission.ts'

/** Characters of a submission: its record, with each line end written as two, and what stands before it. */
const MOST_TEXT = recordLimits.text + 256 * 1024

/**
 * Reads what somebody handed in: a submission, or a record of completion as the page of skills writes it.
 * Never throws.
 */
export async function readSubmission(text: string, sha256: Sha256): Promise<SubmissionReading> {
  const outer = readOuter(text)
  if (!outer.ok) return outer
  const { submission } = outer
  const read = await readRecord(submission?.record ?? text, sha256)
  if (!read.ok) {
    const { reason, line, isDamaged } = read
    // Of a submission the record is one long line.
    const place = submission ? lineOf(text, 'record') : line
    return { ...fault(reason, place), ...(isDamaged && { fault: 'damaged' }) }
  }
  const { name, made, plays } = read.record
  if (submission && plays.length !== 1)
    return fault(`Its record has ${plays.length} plays, and a submission has one.`)
  return { ok: true, handedIn: { name, made, plays, ...(submission && { head: submission }) } }
}

type Outer = { readonly ok: true; readonly submission?: Submission } | SubmissionFault

/** What is around the record; a record alone has nothing. Never throws. */
export function readOuter(text: string): Outer {
  if (text.length > MOST_TEXT) return fault('It is too long to be a submission.')
  if (text.trim() === '') return fault('It is empty.')
  const isJson = text.trimStart().startsWith('{')
  if (!isJson && text.includes(BEGIN)) return { ok: true }
  if (!isJson) return fault('This is no submission: it does not begin with “{”.', 1)
  const parsed = parse(text)
  return 'ok' in parsed ? parsed : readFields(parsed.value, text)
}

function readFields(value: unknown, text: string): Outer {
  if (!isObject(value)) return fault('This is no submission.', 1)
  const { kind, v } = value
  if (kind !== SUBMISSION) return otherFile(value, text)
  if (typeof v === 'number' && v > 1) return fault('A later version of HELO World made it.')
  if (v !== 1) return fault('`v` should be 1.', lineOf(text, 'v'))
  const wrong = fields.find(({ name, fits }) => !fits(value[name]))
  if (wrong) return fault(`\`${wrong.name}\` should be ${wrong.is}.`, lineOf(text, wrong.name))
  return { ok: true, submission: value as unknown as Submission }
}

/** Files that are taken for one, since they come from the same menus. */
function otherFile(value: Record<string, unknown>, text: string): SubmissionFault {
  if (value['kind'] === 'helo-world/work' || Array.isArray(value['journal']))
    return fault(
      'This is work that was exported to go on with. “Hand in” makes a submission of it.',
    )
  return fault(`\`kind\` should be “${SUBMISSION}”.`, lineOf(text, 'kind'))
}

interface Field {
  readonly name: keyof SubmissionHead | 'record'
  /** What it should be. */
  readonly is: string
  readonly fits: (value: unknown) => boolean
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most

const fields: readonly Field[] = [
  {
    ...{ name: 'name', is: `a text of at most ${recordLimits.name} characters` },
    fits: (value) => isText(value, recordLimits.name),
  },
  {
    ...{ name: 'lesson', is: 'the name of a lesson, such as “press-send”' },
    fits: (value) => isText(value, 80) && /^[a-z0-9-]+$/.test(value),
  },
  { name: 'edition', is: 'a whole number', fits: (value) => Number.isSafeInteger(value) },
  {
    ...{ name: 'variant', is: 'the name of a variant, such as “seed-7”' },
    fits: (value) => value === undefined || isText(value, 80),
  },
  {
    ...{ name: 'made', is: 'a date, such as “2026-06-01T08:00:00.000Z”' },
    fits: (value) => isText(value, 40) && !Number.isNaN(Date.parse(value)),
  },
  {
    ...{ name: 'record', is: `a text with the line “${BEGIN}”` },
    fits: (value) => isText(value, recordLimits.text) && value.includes(BEGIN),
  },
]

/** Engines of JavaScript say where: by the number of a character, or by line and column. */
function parse(text: string): { readonly value: unknown } | SubmissionFault {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const [, line] = /line (\d+)/.exec(said) ?? []
    const [, at] = /position (\d+)/.exec(said) ?? []
    const place = line ?? (at === undefined ? undefined : lineAt(text, Number(at)))
    return fault('This is no JSON: it was damaged, or cut off.', Number(place ?? linesOf(text)))
  }
}

const lineAt = (text: string, at: number): number => linesOf(text.slice(0, at))

const linesOf = (text: string): number => text.split('\n').length

/** The line in which a field stands; undefined where it is missing. */
function lineOf(text: string, field: string): number | undefined {
  const at = text.search(new RegExp(`"${field}"\\s*:`))
  return at < 0 ? undefined : lineAt(text, at)
}

const fault = (reason: string, line?: number): SubmissionFault => ({
  ...{ ok: false, fault: 'unread', reason },
  ...(line !== undefined && { line }),
})
