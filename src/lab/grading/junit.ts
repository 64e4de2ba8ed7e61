import { lacks, type Demand } from './demands.ts'
import type { GradeReport, GradedStep } from './report.ts'

/**
 * Reports as JUnit XML: a suite each submission and a case each goal, for what shows the results of tests.
 * A goal that is open is a failure; what is not believed is an error.
 */
export function gradesAsJUnit(reports: readonly GradeReport[], demands: readonly Demand[]): string {
  const suites = reports.map((report) => suiteOf(report, demands))
  const sum = (of: (suite: Suite) => number) => suites.reduce((all, suite) => all + of(suite), 0)
  const counts = attributes({
    name: 'helo-world grade',
    tests: sum(({ cases }) => cases.length),
    failures: sum(({ cases }) => cases.filter(({ failure }) => failure).length),
    errors: sum(({ cases }) => cases.filter(({ error }) => error).length),
  })
  const body = suites.map(written).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n${body}</testsuites>\n`
}

interface Case {
  readonly name: string
  readonly failure?: string
  readonly error?: string
  /** Why it counts for nothing. */
  readonly skipped?: string
}

interface Suite {
  readonly name: string
  /** In seconds. */
  readonly time: number
  readonly cases: readonly Case[]
  /** What is written below its cases. */
  readonly out: string
}

function suiteOf(report: GradeReport, demands: readonly Demand[]): Suite {
  const { file, name, lesson, result, work, notes } = report
  const isBelieved = result === 'done' || result === 'open'
  const lacking = lacks(report, demands)
  const passes: Case = { name: 'passes', ...(lacking.length > 0 && { failure: lacking.join(' ') }) }
  const doubts = report.doubts.map(({ kind, text }): Case => ({
    name: `is believed: ${kind}`,
    error: text,
  }))
  return {
    name: [name || file, lesson?.title].filter((part) => part !== undefined).join(': '),
    time: Math.round((work?.minutes ?? 0) * 60),
    cases: isBelieved
      ? [passes, ...(work?.steps ?? []).flatMap((step) => casesOf(step, lacking.length > 0))]
      : doubts,
    out: [`File: ${file}`, ...notes.map(({ text }) => text)].join('\n'),
  }
}

/** What is open fails; where the submission passes without it, it was not asked for. */
function casesOf({ title, goals, done, card }: GradedStep, doesFail: boolean): readonly Case[] {
  const open = (text: string) => (doesFail ? { failure: text } : { skipped: text })
  const ofGoals = goals.map(({ text, met }): Case => ({
    name: `${title}: ${text}`,
    ...(!met && open('The goal is not met.')),
  }))
  const rest = card ? `${title}: its question` : title
  const ofRest = { name: rest, ...(!done && open('The step is not done.')) }
  return card || goals.length === 0 ? [...ofGoals, ofRest] : ofGoals
}

function written({ name, time, cases, out }: Suite): string {
  const counts = attributes({
    ...{ name, tests: cases.length },
    failures: cases.filter(({ failure }) => failure !== undefined).length,
    errors: cases.filter(({ error }) => error !== undefined).length,
    time,
  })
  const inner = cases.map((one) => writtenCase(name, one)).join('')
  return `  <testsuite ${counts}>\n${inner}    <system-out>${escaped(out)}</system-out>\n  </testsuite>\n`
}

function writtenCase(suite: string, { name, ...outcome }: Case): string {
  const head = `    <testcase ${attributes({ classname: suite, name })}`
  const [found] = Object.entries(outcome)
  if (!found) return `${head}/>\n`
  const [kind, text] = found
  const inside = `<${kind} ${attributes({ message: text })}>${escaped(text)}</${kind}>`
  return `${head}>\n      ${inside}\n    </testcase>\n`
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')

const NAMES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  ...{ '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' },
}

/** XML has no other control characters, no lone surrogates, and neither U+FFFE nor U+FFFF (XML 1.0 §2.2). */
const escaped = (text: string): string =>
  text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    // eslint-disable-next-line no-control-regex -- these are what XML cannot have
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"'\n\r\t]/g, (sign) => NAMES[sign]!)
