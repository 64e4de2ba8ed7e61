import { MAX_LOOKUPS } from '../../auth/spf/limits.ts'
import { parseSpf } from '../../auth/spf/parse.ts'
import type { SpfRecord, Term } from '../../auth/spf/record.ts'
import type { DnsQuestion } from '../../core/effects.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import type { Section } from '../../core/section.ts'
import type { Place } from '../../core/span.ts'
import type { Step } from '../../core/trace.ts'

/** One record on the way of an SPF check, with its terms; includes and redirects hold another. */
export interface SpfCheck {
  readonly domain: string
  readonly result: string
  readonly reason: string
  /** What was asked to find the record. */
  readonly questions: readonly SpfQuestion[]
  readonly terms: readonly SpfTerm[]
  /** The domain's own words for a `fail`, or why there are none. */
  readonly explanation?: string
}

export interface SpfTerm {
  /** As written. */
  readonly text: string
  readonly status: TermStatus
  /** One clause: what it came to and why. Empty where it was never tried. */
  readonly why: string
  /** On the way to the verdict: it decided, or the term that it leads to did. */
  readonly decides: boolean
  /** Which of the ten lookups it spent itself, from 1; more than ten where it broke the record. */
  readonly lookups: readonly number[]
  readonly questions: readonly SpfQuestion[]
  readonly inner?: SpfCheck
  readonly place?: Place
  readonly source?: Section
}

/** `matched` ended its record; `passed` did not match; `followed` is a redirect. */
export type TermStatus = 'matched' | 'passed' | 'broken' | 'followed' | 'unreached'

export interface SpfQuestion {
  readonly question: DnsQuestion
  readonly answer: DnsAnswer
  /** Which of the two empty answers it was, from 1; absent where it does not count. */
  readonly void?: number
}

/** Draws the tree of a check from its trace: `spf/check` at the root. */
export function spfTree(trace: Step): SpfCheck {
  return readCheck(trace, { lookups: 0 }, 'path')
}

interface Count {
  lookups: number
}

type OnPath = 'path' | 'beside'

function readCheck(check: Step, count: Count, onPath: OnPath): SpfCheck {
  const tried = check.steps.filter(
    ({ kind }) => kind === 'spf/mechanism' || kind === 'spf/redirect',
  )
  const record = check.steps.find(({ kind }) => kind === 'spf/record')
  const explanation = check.steps.find(({ kind }) => kind === 'spf/explanation')
  const terms = tried.map((step) => readTerm(step, count, onPath))
  return {
    domain: textFact(check, 'domain'),
    result: textFact(check, 'result'),
    reason: check.text,
    questions: questionsIn(check),
    terms: [...terms, ...(record ? untried(textFact(record, 'record'), tried.length) : [])],
    ...(explanation && { explanation: explanation.text }),
  }
}

function readTerm(step: Step, count: Count, onPath: OnPath): SpfTerm {
  const status = statusOf(step)
  const decides = onPath === 'path' && status !== 'passed'
  const lookups = spend(count, step)
  const inner = step.steps.find(({ kind }) => kind === 'spf/check')
  return {
    text: textFact(step, 'term'),
    status,
    why: step.text.replace(/^`[^`]*` /, '').replace(/^No mechanism matched, so `[^`]*` /, ''),
    decides,
    lookups,
    questions: questionsIn(step),
    ...(inner && { inner: readCheck(inner, count, decides ? 'path' : 'beside') }),
    ...(step.place && { place: step.place }),
    ...(step.source && { source: step.source }),
  }
}

function statusOf({ kind, outcome, facts }: Step): TermStatus {
  if (outcome === 'error') return 'broken'
  if (kind === 'spf/redirect') return 'followed'
  return facts?.['matched'] === true ? 'matched' : 'passed'
}

function spend(count: Count, { facts }: Step): number[] {
  const first = count.lookups + 1
  count.lookups += Number(facts?.['cost'] ?? 0)
  return Array.from({ length: count.lookups - first + 1 }, (_, at) => first + at)
}

/** Terms behind the one that ended the record; all of them, where it cannot be read. */
function untried(text: string, tried: number): SpfTerm[] {
  const record = parseSpf(text)
  const order = [
    ...record.terms.filter(({ kind }) => kind !== 'modifier'),
    ...record.terms.filter(({ kind, name }) => kind === 'modifier' && name === 'redirect'),
  ]
  return order.slice(tried).map((term) => notTried(term, record))
}

function notTried(term: Term, { problems }: SpfRecord): SpfTerm {
  const problem = problems.find((one) => one.term === term)
  return {
    text: term.text,
    status: problem ? 'broken' : 'unreached',
    why: problem ? `cannot be read: ${problem.message}` : '',
    decides: problem !== undefined && problem === problems[0],
    lookups: [],
    questions: [],
  }
}

const questionsIn = ({ steps }: Step): SpfQuestion[] =>
  steps.flatMap(({ asked, facts }) => {
    const number = facts?.['void']
    return asked ? [{ ...asked, ...(typeof number === 'number' && { void: number }) }] : []
  })

const textFact = ({ facts }: Step, name: string): string => String(facts?.[name] ?? '')

/** One lookup of the budget, and who spent it. */
export interface BudgetCell {
  readonly number: number
  /** Absent where no evaluation needed it. */
  readonly term?: string
  readonly domain?: string
  /** Beyond the ten of RFC 7208 §4.6.4. */
  readonly over: boolean
}

/** The ten lookups in order, and those beyond. */
export function budgetCells(tree: SpfCheck): BudgetCell[] {
  const spent = [...spenders(tree)]
  const length = Math.max(MAX_LOOKUPS, ...spent.map(({ number }) => number))
  return Array.from({ length }, (_, at) => {
    const by = spent.find(({ number }) => number === at + 1)
    return {
      number: at + 1,
      over: at >= MAX_LOOKUPS,
      ...(by && { term: by.term, domain: by.domain }),
    }
  })
}

function* spenders(check: SpfCheck): Generator<{ number: number; term: string; domain: string }> {
  for (const { lookups, text, inner } of check.terms) {
    for (const number of lookups) yield { number, term: text, domain: check.domain }
    if (inner) yield* spenders(inner)
  }
}
