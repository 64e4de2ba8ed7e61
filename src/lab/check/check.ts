import type { Crypto } from '../../core/effects.ts'
import { inCharacters } from '../../core/octet-text.ts'
import { lintMessage } from '../../lint/lint-message.ts'
import { lintRecords } from '../../lint/lint-records.ts'
import { lintThroughDns, lintZones } from '../../lint/lint-zones.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { authorDomains } from '../../auth/author-domains.ts'
import type { LinkedText } from '../link/link.ts'
import type { Cell, CheckAsked, Checked, CheckedText, CheckFinding } from './checked.ts'
import { comparison } from './compare-copies.ts'
import { harmOf, isOfOthers } from './harm.ts'
import { byHarm, findingOf, linesOf, worstOf, type Lines } from './findings.ts'
import { judgeMessage, type JudgedText, type Judging } from './judge-message.ts'
import { askKnown } from './ask-known.ts'
import { knownDns, zonesIn, type KnownDns } from './known-dns.ts'
import { checkLimits } from './limits.ts'
import { maySend } from './may-send.ts'
import { openText, type Opened } from './opened.ts'
import { worthSaying } from './worth-saying.ts'
import { cellsOf } from './zone-cells.ts'

/** Checks all that was pasted, together: zones answer what messages ask. Never throws. */
export async function check(asked: CheckAsked, crypto: Crypto): Promise<Checked> {
  const texts = asked.texts.slice(0, checkLimits.texts)
  const opened = await Promise.all(texts.map(openText))
  const sources = opened.map(linesOf)
  const dns = knownDns(opened)
  const asksSender = asked.sender && asked.sender.ip.trim() !== '' ? asked.sender : undefined
  const judging = { dns, crypto, now: asked.now, sender: asksSender }
  const judged = await Promise.all(
    opened.map((one, at) => judge(one, texts[at]!, sources, judging)),
  )
  const linted = lintAll(opened, texts, dns)
  const worst = worstOf(linted)
  const found = [
    ...worst.map((one) => findingOf(one, sources)),
    ...judged.flatMap(({ findings }) => findings),
  ]
  const ordered = distinct(byHarm(found))
  const shown = ordered.slice(0, checkLimits.findings)
  const [sent, arrived] = (['sent', 'arrived'] as const).map((copy) =>
    opened.find((one, at) => texts[at]!.copy === copy && one.kind === 'message'),
  )
  return {
    texts: opened.map((one, at) => textOf(one, texts[at]!, judged[at]!, cellsFor(one, found, dns))),
    findings: shown,
    more: linted.length - worst.length + ordered.length - shown.length,
    ...(asksSender && { sender: maySend(asksSender, dns) }),
    ...(sent?.kind === 'message' &&
      arrived?.kind === 'message' && { comparison: comparison(sent, arrived) }),
  }
}

const NOTHING: JudgedText = { verdicts: [], findings: [] }

/** What was sent is only there to be compared: no host has received it. */
async function judge(
  one: Opened,
  { copy }: LinkedText,
  sources: readonly Lines[],
  judging: Judging,
): Promise<JudgedText> {
  return one.kind === 'message' && copy !== 'sent' ? judgeMessage(one, sources, judging) : NOTHING
}

/** The findings of all rules. */
function lintAll(
  opened: readonly Opened[],
  texts: readonly LinkedText[],
  dns: KnownDns,
): Diagnostic[] {
  const zones = opened.flatMap(zonesIn)
  const records = opened.flatMap((one) => (one.kind === 'record' ? [one.record] : []))
  const ofMessages = opened.flatMap((one, at) =>
    one.kind === 'message' && texts[at]!.copy !== 'sent'
      ? lintMessage(one.message, one.file).map((found) =>
          withoutFixes(inCharacters(found, one.readable), texts[at]!),
        )
      : [],
  )
  const found = [
    ...lintZones(zones, zoneProfiles.pasted),
    ...lintRecords(records),
    ...askKnown(lintThroughDns(records), dns).result,
    ...ofMessages,
  ]
  return worthSaying(opened, found).map((one) => ({ ...one, severity: harmOf(one) }))
}

/** Characters that are octets cannot be written back as what they spell; what others sealed is theirs. */
const withoutFixes = (found: Diagnostic, { octets }: LinkedText): Diagnostic =>
  octets || isOfOthers(found) ? { ...found, fixes: [] } : found

const cellsFor = (one: Opened, found: readonly CheckFinding[], dns: KnownDns): readonly Cell[] =>
  one.kind === 'zone'
    ? cellsOf(
        one.parsed.zone,
        found.filter(({ text }) => text === Number(one.file)),
        dns,
      )
    : []

/** A record that several things hang on is asked for once; what is said of a line is said once. */
function distinct(found: readonly CheckFinding[]): CheckFinding[] {
  const asked = new Set<string>()
  const unquoted = new Set(
    found.flatMap(({ code, text, place }) =>
      code === 'zone/unquoted-words' ? [`${text} ${place?.line}`] : [],
    ),
  )
  return found.filter(({ missing, code, text, place, message }) => {
    const line = `${text} ${place?.line}`
    // Where quotes are missing, the words are glued for that reason alone.
    if (code === 'spf/glued-strings' && unquoted.has(line)) return false
    const key = missing ? `${missing.type} ${missing.name}` : `${line} ${code} ${message}`
    if (asked.has(key)) return false
    asked.add(key)
    return true
  })
}

function textOf(
  one: Opened,
  { text }: LinkedText,
  { verdicts }: JudgedText,
  cells: readonly Cell[],
): CheckedText {
  const base = one.text === text ? {} : { base: one.text }
  const made = one.kind === 'zone' && one.format !== undefined ? { isMade: true as const } : {}
  return { kind: one.kind, ...aboutOf(one), cells, verdicts, ...base, ...made }
}

const noteOf = (...sentences: (string | false | undefined)[]): { note?: string } => {
  const note = sentences.filter(Boolean).join(' ')
  return note ? { note } : {}
}

const RECORD_KINDS = {
  ...{ spf: 'an SPF record', dkim: 'a DKIM key', dmarc: 'a DMARC policy' },
  ...{ 'mta-sts': 'an MTA-STS record', 'tls-rpt': 'a TLS-RPT record', bimi: 'a BIMI record' },
} as const

function aboutOf(one: Opened): Pick<CheckedText, 'about' | 'note' | 'name'> {
  switch (one.kind) {
    case 'zone': {
      const { origin, records } = one.parsed.zone
      const { length } = records
      const others = one.others?.map(({ zone }) => `\`${zone.origin}\``) ?? []
      return {
        about:
          `the zone \`${origin}\`, ${length} record${length === 1 ? '' : 's'}` +
          (others.length > 0 ? `, with records of ${others.join(', ')}` : ''),
        name: origin,
        ...noteOf(
          one.isNameless &&
            `Nothing states whose zone this is, so it is read as that of \`${origin}\`. Type its name above.`,
          one.format &&
            `It is read from ${one.format}: findings speak of the zone file made of it.`,
        ),
      }
    }
    case 'record':
      return {
        about: RECORD_KINDS[one.family],
        name: one.record.name,
        ...(one.isNameless && {
          note: `It is read as if it stood at \`${one.record.name}\`. Type its own name above.`,
        }),
      }
    case 'message': {
      const from = authorDomains(one.message)[0]
      const what = one.isHeaderOnly ? 'the header of a message' : 'a message'
      return {
        about: from === undefined ? what : `${what} from \`${from}\``,
        ...noteOf(one.note),
      }
    }
    default:
      return { about: '', note: one.note }
  }
}
