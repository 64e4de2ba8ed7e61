import { parseDmarc, type DmarcRecord } from '../../auth/dmarc/parse.ts'
import { dmarcFormat } from '../../auth/formats/dmarc.ts'
import { isWithin, normalizeName } from '../../core/domain.ts'
import { describedTag } from '../../auth/tag-format.ts'
import { tagNamed } from '../../auth/tag-list.ts'
import type { Composed, Composer, Field, ReadRecord, Said, Values } from './composer.ts'
import { optionalValues, tagField } from './tag-field.ts'
import {
  addressesOf,
  isOn,
  mailUris,
  switchOf,
  tagValue,
  textRecord,
  under,
  writeTags,
} from './write-text.ts'

const rfc = (section: string) => ({ rfc: 9989, section })

const asPolicy = { label: 'not written', meaning: 'as for the domain itself' }
const relaxed = { label: 'relaxed', meaning: 'a domain of the same organization is enough' }

const mode = (tag: 'adkim' | 'aspf', label: string): Field =>
  tagField(dmarcFormat, tag, {
    ...{ kind: 'choice', label, rare: true },
    options: optionalValues(dmarcFormat, tag, relaxed, ['r']).map((one) =>
      one.value === 's' ? { ...one, label: 'strict' } : one,
    ),
  })

const fields: readonly Field[] = [
  tagField(dmarcFormat, 'p', { kind: 'choice', label: 'Policy', initial: 'none' }),
  tagField(dmarcFormat, 't', {
    ...{ kind: 'switch', label: 'Only a test (t=y)' },
    when: { field: 'p', is: ['quarantine', 'reject'] },
  }),
  tagField(dmarcFormat, 'rua', {
    ...{ kind: 'list', label: 'Daily reports go to', example: 'dmarc@example.org' },
    why: 'Where reports go that count what passed and failed, and from which hosts. Without them you learn of broken mail from those who miss it.',
  }),
  tagField(dmarcFormat, 'sp', {
    ...{ kind: 'choice', label: 'Subdomains that exist' },
    options: optionalValues(dmarcFormat, 'sp', asPolicy),
  }),
  tagField(dmarcFormat, 'np', {
    ...{ kind: 'choice', label: 'Subdomains that do not exist' },
    why: 'No mail of yours comes from a name that is not there: `reject` costs you nothing, and forgers like such names.',
    options: optionalValues(dmarcFormat, 'np', {
      label: 'not written',
      meaning: 'as for subdomains that exist',
    }),
  }),
  mode('adkim', 'DKIM’s domain and the one in From'),
  mode('aspf', 'SPF’s domain and the one in From'),
  tagField(dmarcFormat, 'ruf', {
    ...{
      kind: 'list',
      label: 'Reports about single messages go to',
      rare: true,
      example: 'failures@example.org',
    },
  }),
  tagField(dmarcFormat, 'fo', {
    ...{ kind: 'choice', label: 'When to report a single message', rare: true },
    options: optionalValues(
      dmarcFormat,
      'fo',
      { label: 'not written', meaning: 'if nothing passed and was aligned' },
      ['0'],
    ),
  }),
  tagField(dmarcFormat, 'psd', {
    ...{ kind: 'choice', label: 'Where the organization begins', rare: true },
    options: optionalValues(
      dmarcFormat,
      'psd',
      { label: 'not written', meaning: 'receivers find out by walking up the tree' },
      ['u'],
    ),
  }),
]

/** The record as text. */
export function dmarcText(values: Values): string {
  const p = tagValue(values['p'] ?? '') || 'none'
  const plain = ['sp', 'np', 'adkim', 'aspf', 'fo', 'psd'].flatMap((tag) => {
    const value = tagValue(values[tag] ?? '')
    return value ? [[tag, value] as const] : []
  })
  const uris = (['rua', 'ruf'] as const).flatMap((tag) => {
    const value = mailUris(values[tag])
    return value ? [[tag, value] as const] : []
  })
  return writeTags(dmarcFormat, {
    ...{ p, ...Object.fromEntries([...plain, ...uris]) },
    ...(isOn(values['t']) && p !== 'none' && { t: 'y' }),
  })
}

function compose(values: Values, domain: string): Composed {
  const text = dmarcText(values)
  return {
    records: [textRecord(under('_dmarc', domain), text)],
    files: [],
    meaning: meaningOf(parseDmarc(text), domain),
    notes: notesOn(parseDmarc(text), domain),
  }
}

const ASKED = {
  none: 'is delivered as if there were no policy',
  quarantine: 'is treated as suspicious: the junk folder, usually',
  reject:
    'may be rejected; a receiver that knows nothing else against it puts it into the junk folder',
} as const
const LOWER = { none: 'none', quarantine: 'none', reject: 'quarantine' } as const

function meaningOf(record: DmarcRecord, domain: string): Said[] {
  const applied = (policy: keyof typeof ASKED) => ASKED[record.testing ? LOWER[policy] : policy]
  const p = record.p ?? 'none'
  const said: Said[] = [
    { text: `Mail from \`@${domain}\` that fails ${applied(p)}.`, source: rfc('4.7') },
  ]
  if (record.testing)
    said.push({
      text: `You ask for \`${p}\` and only test it: one level less applies.`,
      source: rfc('4.7'),
    })
  if (record.sp)
    said.push({
      text: `From names below it that exist, it ${applied(record.sp)}.`,
      source: rfc('4.7'),
    })
  if (record.np)
    said.push({
      text: `From names below it that do not exist, it ${applied(record.np)}.`,
      source: rfc('4.7'),
    })
  const strict = [
    ...(record.adkim === 'strict' ? ['DKIM'] : []),
    ...(record.aspf === 'strict' ? ['SPF'] : []),
  ]
  if (strict.length > 0)
    said.push({
      text: `A pass of ${strict.join(' and of ')} counts for the very domain in \`From\` only.`,
      source: rfc('4.4'),
    })
  const to = record.rua.flatMap(({ address }) => (address ? [`\`${address}\``] : []))
  if (to.length > 0)
    said.push({ text: `Each day receivers report to ${to.join(' and ')}.`, source: rfc('5.3.8') })
  return said
}

function notesOn(record: DmarcRecord, domain: string): Said[] {
  const consents = consentNotes(record, domain)
  if (record.p !== 'reject') return consents
  return [
    ...consents,
    {
      text: 'Who publishes `reject` must sign with DKIM, and not rest on SPF alone: forwarded mail fails SPF.',
      source: rfc('7.4'),
    },
    {
      text: 'A domain whose people may post to mailing lists should not publish `reject`.',
      source: rfc('7.4'),
    },
  ]
}

/** Whose mailboxes get the reports must say so, unless it is the domain itself (RFC 9990 §4). */
function consentNotes({ rua, ruf }: DmarcRecord, domain: string): Said[] {
  const others = new Set(
    [...rua, ...ruf].flatMap(({ address }) => {
      const at = address === undefined ? '' : normalizeName(address.split('@').at(-1) ?? '')
      return at === '' || isWithin(at, domain) || isWithin(domain, at) ? [] : [at]
    }),
  )
  return [...others].map((other) => ({
    text: `\`${other}\` must agree to get these reports, by a record at \`${domain}._report._dmarc.${other}\`. A service for reports has one already, or says so in its instructions.`,
    source: { rfc: 9990, section: '4' },
  }))
}

/** Tags that a field stands for. */
const KNOWN = new Set(['v', ...fields.map(({ name }) => name)])

function read(text: string): ReadRecord | undefined {
  const record = parseDmarc(text)
  if (!record.isDmarc) return undefined
  const valueOf = (tag: string) => tagNamed(record, tag)?.value ?? ''
  const withoutDefault = (tag: string, standard: string) =>
    valueOf(tag).toLowerCase() === standard ? '' : valueOf(tag)
  const values = {
    ...{ p: record.p ?? (valueOf('p') || 'none'), sp: valueOf('sp'), np: valueOf('np') },
    t: switchOf(record.testing),
    ...{ adkim: withoutDefault('adkim', 'r'), aspf: withoutDefault('aspf', 'r') },
    ...{ fo: withoutDefault('fo', '0'), psd: withoutDefault('psd', 'u') },
    rua: addressesOf(record.rua.map((uri) => uri.text)),
    ruf: addressesOf(record.ruf.map((uri) => uri.text)),
  }
  const dropped = record.tags.filter(({ name }) => !KNOWN.has(name))
  return {
    values,
    dropped: dropped.map(({ name }) =>
      describedTag(dmarcFormat, name)?.historic ? `${name} (no longer in the standard)` : name,
    ),
  }
}

export const dmarc: Composer = {
  ...{ id: 'dmarc', title: 'DMARC', fields, compose, read },
  lead: 'Says what receivers shall do with mail that has your domain in From, and whose SPF and DKIM both fail to vouch for it. It begins with watching.',
}
