import { evaluateDmarc, type DmarcMode, type DmarcVerdict } from '../../auth/dmarc/evaluate.ts'
import { runSync } from '../../core/effects.ts'
import type { Resolver } from '../../core/dns.ts'
import { questionsOf } from '../../core/trace.ts'
import type { Judged } from './alignment.ts'

/** One message, judged by RFC 9989 and as RFC 7489 did. */
export interface ModeComparison {
  readonly rows: readonly ModeRow[]
  /** Why they differ, a sentence each; one sentence states that they agree. */
  readonly reasons: readonly string[]
  readonly differ: boolean
}

export interface ModeRow {
  readonly name: string
  readonly now: string
  readonly then: string
}

/**
 * Judges by both RFCs, with DNS as it is now. The SPF and DKIM results are kept.
 * @returns `undefined` where no domain in `From` can be judged.
 */
export function compareModes(
  { spf, dkim, dmarc }: Judged,
  resolver: Resolver,
): ModeComparison | undefined {
  if (!dmarc.authorDomain) return undefined
  const judge = (mode: DmarcMode) =>
    runSync(
      evaluateDmarc({ from: dmarc.authorDomain, spf, dkim: dkim.signatures, mode }),
      (question) =>
        question.ask === 'dns' ? resolver.query(question.name, question.type) : undefined,
    )
  const now = judge('9989')
  const then = judge('7489')
  const differences = [...differencesOf(now, then)]
  return {
    rows: rowNames.map(([name, show]) => ({ name, now: show(now), then: show(then) })),
    reasons: differences.length ? differences : [sameReason(now)],
    differ: now.result !== then.result || now.disposition !== then.disposition,
  }
}

const rowNames: readonly (readonly [string, (verdict: DmarcVerdict) => string])[] = [
  ['Result', ({ result }) => result],
  ['To be done', ({ result, disposition }) => (result === 'fail' ? disposition : 'nothing')],
  ['Record found at', ({ policyDomain }) => policyDomain ?? 'nowhere'],
  ['Tag that counts', ({ policyTag, policy }) => (policyTag ? `${policyTag}=${policy}` : 'none')],
  ['Organization', ({ organizationalDomain }) => organizationalDomain ?? 'not asked'],
  ['Questions', ({ trace }) => String(questionsOf(trace).length)],
]

function* differencesOf(now: DmarcVerdict, then: DmarcVerdict): Generator<string> {
  if (now.policyDomain !== then.policyDomain) yield recordReason(now, then)
  const { organizationalDomain: mine } = now
  const { organizationalDomain: theirs } = then
  if (mine !== undefined && theirs !== undefined && mine !== theirs)
    yield `RFC 9989 walks up the tree and finds the organization \`${mine}\`; RFC 7489 looks into a list of public suffixes and finds \`${theirs}\`.`
  if (now.policyTag !== then.policyTag && now.policyTag === 'np')
    yield '`np=` is for names that do not exist; RFC 7489 does not know it.'
  if (now.record?.testing && now.disposition !== now.policy)
    yield '`t=y` only tests, so RFC 9989 goes one level down; RFC 7489 does not know it.'
  if (then.record && then.record.pct < 100)
    yield `\`pct=${then.record.pct}\` is gone: RFC 9989 ignores it; by RFC 7489 the policy is for ${then.record.pct} % of the messages, and others get one level less.`
}

function recordReason(now: DmarcVerdict, then: DmarcVerdict): string {
  const found = now.policyDomain
  if (found === undefined) return `Only RFC 7489 finds a record, at \`${then.policyDomain}\`.`
  if (then.policyDomain === undefined)
    return `Only the tree walk of RFC 9989 comes by \`${found}\`; RFC 7489 asks the author domain and one organizational domain, no other.`
  return `They find different records: RFC 9989 at \`${found}\`, RFC 7489 at \`${then.policyDomain}\`.`
}

const sameReason = ({ policyDomain, authorDomain }: DmarcVerdict): string => {
  if (policyDomain === undefined) return 'Neither finds a record, so neither gives a verdict.'
  return policyDomain === authorDomain
    ? 'Both come to the same: the record stands at the author domain itself, where both ask first.'
    : 'Both come to the same: the tree walk and the list of suffixes lead to one organization.'
}
