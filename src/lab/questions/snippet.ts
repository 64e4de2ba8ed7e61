import { lintRecords } from '../../lint/lint-records.ts'
import { lintThroughDns, lintZones } from '../../lint/lint-zones.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import { harmOf } from '../check/harm.ts'
import { askKnown, knownDns } from '../check/known-dns.ts'
import { maySend } from '../check/may-send.ts'
import type { Opened } from '../check/opened.ts'
import { worthSaying } from '../check/worth-saying.ts'
import { inGivenText, readPart } from '../snippet/read-part.ts'
import {
  snippetLimits,
  type SnippetAsked,
  type SnippetFindings,
  type SnippetPart,
} from '../snippet/snippet.ts'
import type { Question } from './question.ts'

/** What is wrong with a few lines of a zone or a record, which may be parts of one, and who may send by them. */
export const snippet: Question<SnippetAsked, SnippetFindings> = {
  answer({ parts: given, senders, advice }) {
    const texts = given.slice(0, snippetLimits.parts)
    const isTooLong = texts.reduce((sum, { text }) => sum + text.length, 0) > snippetLimits.text
    const parts = texts.map((one, at) =>
      readPart(isTooLong ? { ...one, text: '' } : one, at, senders[0]),
    )
    const opened = parts.map((part) => part.opened)
    const dns = knownDns(opened)
    const records = opened.flatMap((one) => (one.kind === 'record' ? [one.record] : []))
    const zones = opened.flatMap((one) => (one.kind === 'zone' ? [one.parsed] : []))
    const found = [
      ...lintZones(zones, {
        ...zoneProfiles.pasted,
        advice: advice ? 'included' : 'omitted',
      }),
      ...lintRecords(records),
      ...askKnown(lintThroughDns(records), dns).result,
    ]
    return {
      parts: opened.map((one) => (isTooLong ? tooLong : partOf(one))),
      diagnostics: worthSaying(opened, found)
        .filter(({ code }) => advice || !OF_WHOLE_ZONES.has(code))
        .slice(0, snippetLimits.findings)
        .map((one) => inGivenText({ ...one, severity: harmOf(one) }, parts)),
      senders: senders.slice(0, snippetLimits.senders).map((sender) => maySend(sender, dns)),
    }
  },
}

/** What is no fault of a few lines: what stands before them was left out. */
const OF_WHOLE_ZONES: ReadonlySet<string> = new Set(['zone/no-ttl'])

const tooLong: SnippetPart = {
  ...{ kind: 'unknown', name: '' },
  note: `Up to ${snippetLimits.text.toLocaleString('en')} characters are judged here.`,
}

function partOf(one: Opened): SnippetPart {
  if (one.kind === 'zone') return { kind: 'zone', name: one.parsed.zone.origin }
  if (one.kind === 'record') return { kind: 'record', name: one.record.name }
  return { kind: 'unknown', name: '', note: one.kind === 'unknown' ? one.note : '' }
}
