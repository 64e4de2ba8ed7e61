import { fromUtf8 } from '../../../core/bytes.ts'
import { step } from '../../../core/trace.ts'
import type { CheckedLesson, PlayOutcome } from '../../../lab/record/check-record.ts'
import { readRecord } from '../../../lab/record/read-record.ts'
import type { CompletionRecord } from '../../../lab/record/record.ts'
import { sha256By } from '../../../lab/record/sha256-by.ts'
import { exactWords } from '../../../cli/args.ts'
import { defineCommand } from '../../../cli/command.ts'
import { readInput, shownName } from '../../../cli/read-input.ts'
import type { Verdict } from '../../../cli/report.ts'
import { UsageError } from '../../../cli/usage-error.ts'
import { namedLesson } from '../named-lessons.ts'

export const verifyRecord = defineCommand({
  name: 'verify-record',
  summary: 'does a record of completion again, and says which lessons were done',
  syntax: 'FILE',
  about: [
    'A record of completion holds what somebody did in each lesson. This does all of it again, input by input, and judges it as their page did. Name and dates are what they and their clock said, and cannot be checked.',
    'It ends with 1 where a lesson was not done, and with 2 where the record cannot be read or was changed after it was made. `-` is standard input.',
  ],
  options: {},
  formats: ['text', 'json'],
  examples: ['helo-world verify-record record.txt'],
  async run(args, io) {
    const [path = ''] = exactWords(args, 'the record')
    const read = await readRecord(fromUtf8(await readInput(path, io)), sha256By(io.crypto))
    if (!read.ok) {
      const place = read.line === undefined ? '' : `:${read.line}`
      throw new UsageError(`\`${shownName(path)}${place}\` is no record: ${read.reason}`, 'file')
    }
    // Lessons and the terminal are large: the other verbs start without them.
    const [{ checkRecord }, { replay }] = await Promise.all([
      import('../../../lab/record/check-record.ts'),
      import('../../../lab/record/replay.ts'),
    ])
    const lessons = await checkRecord(read.record, {
      lesson: (slug) => namedLesson(slug, io.course),
      replay: (lesson, journal) => replay(lesson, journal, io.crypto),
    })
    return { findings: [], sources: new Map(), verdict: verdictOf(read.record, lessons) }
  },
})

const OUTCOMES: Readonly<Record<PlayOutcome, string>> = {
  done: 'done',
  open: 'not done: what is written there does not do it',
  broken: 'not done: what is written there cannot be done again',
  lesson: 'unknown: there is no such lesson here',
  edition: 'unknown: it was another edition of the lesson',
  variant: 'unknown: the lesson has no such variant',
}

function verdictOf({ name, made }: CompletionRecord, lessons: readonly CheckedLesson[]): Verdict {
  const done = lessons.filter(({ outcome }) => outcome === 'done')
  const holds = lessons.length > 0 && done.length === lessons.length
  const whose = name ? `The record of ${name}` : 'The record'
  const reason = `${whose}, made on ${made.slice(0, 10)}: ${done.length} of ${lessons.length} lessons were done again.`
  return {
    ...{ kind: 'record', result: holds ? 'holds' : 'does not hold', reason },
    hope: holds ? 'met' : 'missed',
    lines: lessons.map(({ title, outcome, at }) => [
      title,
      `${OUTCOMES[outcome]}${outcome === 'done' ? ` (${at.slice(0, 10)})` : ''}`,
    ]),
    data: { name, made, lessons },
    trace: step({
      ...{ kind: 'record', text: reason, outcome: holds ? 'pass' : 'fail' },
      steps: lessons.map(({ title, outcome }) =>
        step({
          ...{ kind: 'record/lesson', text: `${title}: ${OUTCOMES[outcome]}` },
          outcome: outcome === 'done' ? 'pass' : 'fail',
        }),
      ),
    }),
  }
}
