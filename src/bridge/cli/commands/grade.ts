import { fromUtf8 } from '../../../core/bytes.ts'
import type { Args } from '../../../cli/command.ts'
import { defineCommand } from '../../../cli/command.ts'
import type { Io } from '../../../cli/io.ts'
import { paintFor } from '../../../cli/output/paint.ts'
import { readInput, shownName } from '../../../cli/read-input.ts'
import { UsageError } from '../../../cli/usage-error.ts'
import {
  byDefault,
  demandSyntax,
  lacks,
  readDemand,
  type Demand,
} from '../../../lab/grading/demands.ts'
import type { SubmittedFile } from '../../../lab/grading/grade.ts'
import type { GradeReport } from '../../../lab/grading/report.ts'

/** Files that are graded at once. */
const MOST_FILES = 5000

export const grade = defineCommand({
  name: 'grade',
  summary: 'does again what learners handed in, and says who met which goal',
  syntax: 'FILE… [--class CODE] [--require WHAT]… [options]',
  about: [
    'A submission (`ann.press-send.helo.json`) holds what somebody did in a lesson, input by input. This does all of it again in a fresh lab: which goals were met and when, which mistakes were made, whether the first answer to a question was right, what was pasted, and whether a last hint was opened. A record of completion is graded play by play.',
    'A submission that was changed, or whose inputs do not come to what it says, is not believed. Times, pastes and hints are what the page noted: they are checked against the journal, and cannot be proved.',
    'It ends with 0 where all pass, with 1 where one does not, and with 2 where it was called otherwise than it understands. `-` is standard input.',
  ],
  options: {
    class: {
      value: 'CODE',
      text: 'the code of the class: each name must have played its own variant',
    },
    require: {
      ...{ value: 'WHAT', times: 'many' },
      text: `what a submission needs to pass: ${demandSyntax.map(([syntax, about]) => `\`${syntax}\`: ${about}`).join('; ')}`,
    },
    site: {
      value: 'URL',
      text: 'with `--format xapi`: where your playground is, which names its lessons and learners',
    },
  },
  formats: ['text', 'json', 'csv', 'junit', 'xapi'],
  examples: [
    'helo-world grade *.helo.json',
    'helo-world grade *.helo.json --class autumn-26 --format csv > grades.csv',
    'helo-world grade ann.helo.json --require step=send --require no-last-hint',
    'helo-world grade *.helo.json --format xapi --site https://learn.example.org/ > statements.json',
  ],
  async run(args, io) {
    const demands = demandsOf(args)
    const site = siteOf(args)
    const code = args.text('class')
    if (code?.trim() === '') throw new UsageError('The code of a class is not empty.')
    const files = await readFiles(args, io)
    // Lessons and the terminal are large: the other verbs start without them.
    const { gradeFiles } = await import('../../grade/grade-files.ts')
    const terms = code === undefined ? {} : { code }
    const data = { terms, ...(io.course && { folders: io.course }) }
    const reports = await gradeFiles(files, data, io.crypto)
    return reportOf(reports, { demands, site }, args, io)
  },
})

function demandsOf(args: Args): readonly Demand[] {
  const texts = args.all('require')
  if (texts.length === 0) return byDefault
  const demands = texts.map((text) => {
    const demand = readDemand(text)
    const known = demandSyntax.map(([syntax]) => `\`${syntax}\``).join(', ')
    if (!demand) throw new UsageError(`\`--require ${text}\` is none of ${known}.`)
    return demand
  })
  // Who asks only how it was done asks that it was done.
  const isHow = demands.every(({ kind }) => ['no-last-hint', 'no-paste', 'lesson'].includes(kind))
  return isHow ? [...byDefault, ...demands] : demands
}

/** Statements name activities by addresses: which they are below is for who grades to say. */
function siteOf(args: Args): string | undefined {
  const text = args.text('site')
  if (text === undefined) {
    if (args.text('format') === 'xapi') args.need('site')
    return undefined
  }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      `\`--site ${text}\` is no address of a site, such as https://learn.example.org/.`,
    )
  url.search = url.hash = ''
  return url.href.replace(/\/*$/, '/')
}

async function readFiles({ words }: Args, io: Io): Promise<readonly SubmittedFile[]> {
  if (words.length === 0) throw new UsageError('Not enough words: a submission is missing.')
  if (words.length > MOST_FILES)
    throw new UsageError(`It grades at most ${MOST_FILES} files at once.`)
  const files: SubmittedFile[] = []
  for (const path of words)
    files.push({ name: shownName(path), text: fromUtf8(await readInput(path, io)) })
  return files
}

async function reportOf(
  reports: readonly GradeReport[],
  { demands, site }: { readonly demands: readonly Demand[]; readonly site: string | undefined },
  args: Args,
  io: Io,
) {
  const [{ drawGrades }, { gradesAsCsv }, { gradesAsJUnit }, { gradesAsXapi }] = await Promise.all([
    import('../../grade/grade-text.ts'),
    import('../../../lab/grading/csv.ts'),
    import('../../../lab/grading/junit.ts'),
    import('../../../lab/grading/xapi.ts'),
  ])
  const detail = args.has('explain') ? 'full' : 'short'
  const paint = paintFor(io.colour)
  const passes = (report: GradeReport) => lacks(report, demands).length === 0
  return {
    ...{ findings: [], sources: new Map<string, string>() },
    hope: reports.every(passes) ? ('met' as const) : ('missed' as const),
    text: drawGrades(reports, { demands, paint, width: io.width, detail }),
    data: {
      submissions: reports.map(({ print: _, ...report }) => ({
        ...report,
        passed: passes(report),
        lacks: lacks(report, demands),
      })),
    },
    written: {
      csv: gradesAsCsv(reports, demands),
      junit: gradesAsJUnit(reports, demands),
      ...(site !== undefined && {
        xapi: `${JSON.stringify(gradesAsXapi(reports, site, demands), null, 2)}\n`,
      }),
    },
  }
}
