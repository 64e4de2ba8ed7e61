import { partOf } from './name-problems.ts'
import type { Report } from './problem.ts'
import { badGenerate, generateLimit } from './problems/directives.ts'
import { readRecord } from './read-record.ts'
import { MAX_GENERATED, type Reading } from './state.ts'
import { fillTemplate, offsetProblem, templateProblem } from './template.ts'
import type { Entry, Word } from './tokens.ts'

/** BIND counts with 31 bits. */
const MAX_COUNT = 2 ** 31 - 1

/**
 * Makes a record for each number of a range, as BIND does:
 * `$GENERATE start-stop[/step] owner [ttl] [class] type data`.
 */
export function readGenerate(words: readonly Word[], entry: Entry, reading: Reading): void {
  const [directive, rangeWord, ...template] = words
  const { report } = reading.problems
  if (!rangeWord || template.length < 2)
    return report(
      badGenerate,
      (rangeWord ?? directive!).span,
      'Write a range and a record: `$GENERATE 1-9 host-$ A 192.0.2.$`.',
    )
  const range = readRange(rangeWord.raw)
  if (!range)
    return report(
      badGenerate,
      rangeWord.span,
      'A range is written `1-9`, or `0-8/2` for every other.',
    )
  if (reportTemplateProblems(template, report) || reportOffsets(template, range, report)) return
  const count = Math.floor((range.stop - range.start) / range.step) + 1
  if (count > reading.generateLeft)
    return report(
      generateLimit,
      rangeWord.span,
      `This makes ${count} records; ${reading.generateLeft} of ${MAX_GENERATED} are left.`,
    )
  reading.generateLeft -= count
  for (let value = range.start; value <= range.stop; value += range.step)
    if (!readOne(template, value, entry, reading)) return
}

/** @returns Whether there were any. */
function reportTemplateProblems(template: readonly Word[], report: Report): boolean {
  const problems = template.flatMap((word) => {
    const problem = templateProblem(word.raw)
    return problem ? [partOf(word, problem)] : []
  })
  for (const at of problems)
    report(
      badGenerate,
      at,
      'Write `$` for the number, or `${offset,width,base}` with base d, o, x, X, n or N.',
    )
  return problems.length > 0
}

/** @returns Whether there were any. */
function reportOffsets(template: readonly Word[], { stop }: Range, report: Report): boolean {
  const problems = template.flatMap((word) => {
    const problem = offsetProblem(word.raw, stop)
    return problem ? [partOf(word, problem)] : []
  })
  for (const at of problems)
    report(badGenerate, at, `With this offset the number leaves the range up to ${MAX_COUNT}.`)
  return problems.length > 0
}

/** @returns Whether it went without errors: the next number would bring the same ones. */
function readOne(
  template: readonly Word[],
  value: number,
  entry: Entry,
  reading: Reading,
): boolean {
  const before = reading.problems.errors()
  const words = template.map(({ raw, span, quoted }) => ({
    ...{ span, quoted },
    raw: fillTemplate(raw, value),
  }))
  readRecord({ words, indented: false, entry, generated: true }, reading)
  return reading.problems.errors() === before
}

interface Range {
  readonly start: number
  readonly stop: number
  readonly step: number
}

function readRange(text: string): Range | undefined {
  const found = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(text)
  if (!found) return undefined
  const [start, stop, step] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 1)]
  return start <= stop && stop <= MAX_COUNT && step > 0 ? { start, stop, step } : undefined
}
