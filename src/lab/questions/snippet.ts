import type { Diagnostic } from '../../core/diagnostic.ts'
import type { AnyFamily } from '../../lint/family.ts'
import { lintDnsWith } from '../../lint/lint-dns-with.ts'
import { lintRecordsWith } from '../../lint/lint-records-with.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import { askKnown } from '../check/ask-known.ts'
import { harmOf } from '../check/harm.ts'
import { knownRecords, nothingKnown, type KnownDns } from '../check/known-records.ts'
import type { Opened } from '../check/opened.ts'
import type { LinkedSender } from '../link/link.ts'
import { worthSaying } from '../check/worth-saying.ts'
import { fetchFamilies } from '../snippet/engines.ts'
import {
  inGivenText,
  readPart,
  recognizePart,
  type ReadPart,
  type Recognition,
  type ZoneReader,
} from '../snippet/read-part.ts'
import {
  snippetLimits,
  type SnippetAsked,
  type SnippetFindings,
  type SnippetPart,
} from '../snippet/snippet.ts'
import type { Question } from './question.ts'

/** What is wrong with a few lines of a zone or a record, which may be parts of one, and who may send by them. */
export const snippet: Question<SnippetAsked, Promise<SnippetFindings>> = {
  async answer({ parts: given, senders, advice }) {
    const texts = given.slice(0, snippetLimits.parts)
    const isTooLong = texts.reduce((sum, { text }) => sum + text.length, 0) > snippetLimits.text
    const recognized = await Promise.all(
      texts.map((one) => recognizePart(isTooLong ? { ...one, text: '' } : one)),
    )
    const hasZones = recognized.some(({ isZone }) => isZone)
    // Asked for together: what judges zones waits for no other code.
    const [zones, sending] = await Promise.all([
      hasZones ? import('../snippet/judge-zones.ts') : undefined,
      senders.length > 0 ? import('../check/may-send.ts') : undefined,
    ])
    const parts = await readParts(recognized, senders[0], zones)
    const opened = parts.map((part) => part.opened)
    const families = await fetchFamilies(opened, advice)
    const dns = zones?.knownDns(opened) ?? knownRecords(opened, [], nothingKnown)
    const parsed = opened.flatMap((one) => (one.kind === 'zone' ? [one.parsed] : []))
    const profile = { ...zoneProfiles.pasted, advice: advice ? 'included' : 'omitted' } as const
    const found = [
      ...(zones?.lintZonesWith(families, parsed, profile) ?? []),
      ...lintAlone(opened, families, dns),
    ]
    return {
      parts: opened.map((one) => (isTooLong ? tooLong : partOf(one))),
      diagnostics: worthSaying(opened, found)
        .filter(({ code }) => advice || !OF_WHOLE_ZONES.has(code))
        .slice(0, snippetLimits.findings)
        .map((one) => inGivenText({ ...one, severity: harmOf(one) }, parts)),
      senders: senders
        .slice(0, snippetLimits.senders)
        .flatMap((sender) => sending?.maySend(sender, dns) ?? []),
    }
  },
}

/** Reads zones without the code for what most do without, or else with all of it. */
async function readParts(
  recognized: readonly Recognition[],
  sender: LinkedSender | undefined,
  zones:
    Pick<typeof import('../snippet/judge-zones.ts'), 'parsePlainZone' | 'zoneNameOf'> | undefined,
): Promise<readonly ReadPart[]> {
  const readBy = (read: ZoneReader | undefined) =>
    recognized.flatMap((one, at) => readPart(one, at, sender, read) ?? [])
  const plain = readBy(zones && { parse: zones.parsePlainZone, zoneNameOf: zones.zoneNameOf })
  if (!zones || plain.length === recognized.length) return plain
  return readBy({
    zoneNameOf: zones.zoneNameOf,
    parse: (await import('../../dns/zone/parse.ts')).parseZone,
  })
}

/** What is found in records that stand in no zone. */
function lintAlone(
  opened: readonly Opened[],
  families: readonly AnyFamily[],
  dns: KnownDns,
): Diagnostic[] {
  const records = opened.flatMap((one) => (one.kind === 'record' ? [one.record] : []))
  const asking = families.filter((family) => family.kind === 'dns')
  const recommended = asking.filter(({ defaults }) => defaults.recommended)
  return [
    ...lintRecordsWith(families, records),
    ...askKnown(lintDnsWith(records, recommended), dns).result,
  ]
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
