import { parseStsRecord } from '../../auth/mta-sts/record.ts'
import { parseStsPolicy } from '../../auth/mta-sts/policy.ts'
import { parseTlsRpt } from '../../auth/tls-rpt/record.ts'
import { stsFormat } from '../../auth/formats/mta-sts.ts'
import { tlsRptFormat } from '../../auth/formats/tls-rpt.ts'
import { utf8 } from '../../core/bytes.ts'
import { crc32 } from '../../core/crc32.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { parseIpv4, parseIpv6 } from '../../core/ip.ts'
import type { Composed, Composer, Field, ReadRecord, Said, Values } from './composer.ts'
import { hostGiven, mailHostsGiven } from './given.ts'
import { tagField } from './tag-field.ts'
import {
  addressesOf,
  entriesOf,
  mailUris,
  tagValue,
  textRecord,
  TTL,
  under,
  writeTags,
} from './write-text.ts'

const rfc = (section: string) => ({ rfc: 8461, section })

const fields: readonly Field[] = [
  {
    ...{ name: 'mode', kind: 'choice', label: 'Mode', initial: 'testing' },
    why: 'What a sender does when TLS to your mail hosts cannot be trusted.',
    source: rfc('5'),
    options: [
      {
        value: 'testing',
        label: 'testing',
        meaning: 'it delivers, and reports the failure: begin here',
      },
      { value: 'enforce', label: 'enforce', meaning: 'it does not deliver to such a host' },
      {
        value: 'none',
        label: 'none',
        meaning: 'as if there were no policy: how one takes it back',
      },
    ],
  },
  {
    ...{ name: 'mx', kind: 'list', label: 'Your mail hosts', initial: '' },
    why: 'The names in your MX records, each with a certificate that is valid for it. A `*` stands for one label. A host that is missing here gets no mail under `enforce`.',
    ...{
      source: rfc('4.1'),
      example: 'mail.example.org',
      when: { field: 'mode', is: ['testing', 'enforce'] },
    },
  },
  {
    ...{ name: 'age', kind: 'choice', label: 'How long senders remember it', initial: '604800' },
    why: 'A sender is safe while it remembers. Short while you test, weeks once you enforce.',
    source: rfc('3.2'),
    options: [
      { value: '86400', label: 'a day', meaning: 'for the first try' },
      { value: '604800', label: 'a week', meaning: 'while testing' },
      { value: '2592000', label: '30 days', meaning: 'once it is enforced' },
      { value: '31557600', label: 'a year', meaning: 'the most there is' },
    ],
  },
  {
    ...{ name: 'web', kind: 'list', label: 'The web server that has the policy', initial: '' },
    why: 'Its name or its addresses, for `mta-sts.` and your domain. Its certificate must be valid for that name, and it must answer without a redirect.',
    ...{ source: rfc('3.3'), example: '192.0.2.80' },
  },
  {
    ...{ name: 'rua', kind: 'list', label: 'Reports about TLS go to', initial: '' },
    why: 'A second record, TLS-RPT: each day senders report how TLS went. Without it you never learn what fails while you test.',
    ...{ source: { rfc: 8460, section: '3' }, example: 'tls@example.org' },
  },
  tagField(stsFormat, 'id', {
    ...{ kind: 'text', label: 'The policy’s id', rare: true, example: '20260601' },
    why: 'Senders fetch the policy anew when the id is another. Left empty, it is made from the policy’s text, so it changes whenever that does.',
  }),
]

/** The policy file (RFC 8461 §3.2). */
export function policyText(values: Values): string {
  const mode = tagValue(values['mode'] ?? '') || 'testing'
  const hosts = mode === 'none' ? [] : mailHostsGiven(values['mx']).map(normalizeName)
  const lines = [
    ...['version: STSv1', `mode: ${mode}`],
    ...hosts.map((host) => `mx: ${host}`),
    `max_age: ${tagValue(values['age'] ?? '') || '604800'}`,
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}

/** An id that is another one when the policy is. */
export const policyId = (policy: string): string =>
  crc32(utf8(policy)).toString(16).padStart(8, '0')

function compose(values: Values, domain: string): Composed {
  const policy = policyText(values)
  const mode = tagValue(values['mode'] ?? '')
  const id = tagValue(values['id'] ?? '') || policyId(policy)
  const reports = mailUris(values['rua'])
  const hasHosts = mailHostsGiven(values['mx']).length > 0 || mode === 'none'
  const notes = notesOn(values, domain)
  if (!hasHosts)
    return {
      records: [],
      files: [],
      meaning: [],
      notes: [
        {
          text: 'Name your mail hosts: a policy without them cannot be followed.',
          source: rfc('3.2'),
        },
      ],
    }
  return {
    records: [
      textRecord(under('_mta-sts', domain), writeTags(stsFormat, { id })),
      ...webRecords(values, domain),
      ...(reports
        ? [textRecord(under('_smtp._tls', domain), writeTags(tlsRptFormat, { rua: reports }))]
        : []),
    ],
    files: [{ name: policyAddress(domain), text: policy }],
    meaning: meaningOf(values, domain, reports),
    notes,
  }
}

export const policyAddress = (domain: string): string =>
  `https://mta-sts.${domain}/.well-known/mta-sts.txt`

/** Addresses, or one name as an alias. */
function webRecords(values: Values, domain: string): DnsRecord[] {
  const name = under('mta-sts', domain)
  const entries = entriesOf(values['web']).map(hostGiven)
  const alias = entries.find((entry) => !parseIpv4(entry) && !parseIpv6(entry))
  if (alias !== undefined) return [{ name, ttl: TTL, type: 'CNAME', target: normalizeName(alias) }]
  return entries.map((address) => ({
    ...{ name, ttl: TTL, address, type: parseIpv4(address) ? ('A' as const) : ('AAAA' as const) },
  }))
}

const MODES: Readonly<Record<string, string>> = {
  enforce:
    'A sender that honours MTA-STS delivers to these hosts alone, and only over TLS with a valid certificate.',
  testing:
    'A sender that honours MTA-STS checks TLS to these hosts, and delivers whatever it finds.',
  none: 'A sender that remembers a policy of yours forgets it.',
}

function meaningOf(values: Values, domain: string, reports: string): Said[] {
  const mode = tagValue(values['mode'] ?? '') || 'testing'
  return [
    { text: MODES[mode] ?? 'Senders know no such mode.', source: rfc('5') },
    {
      text: `It fetches the policy from \`${policyAddress(domain)}\` whenever the id is a new one, and remembers it.`,
      source: rfc('3.3'),
    },
    ...(reports
      ? [{ text: 'Each day it reports how TLS went.', source: { rfc: 8460, section: '3' } }]
      : []),
  ]
}

function notesOn(values: Values, domain: string): Said[] {
  const notes: Said[] = [
    {
      text: 'Put the file on the web server first, the records into the zone after it.',
      source: rfc('3.1'),
    },
  ]
  if (entriesOf(values['web']).length === 0)
    notes.push({
      text: `\`mta-sts.${domain}\` needs an address: name the web server, unless your zone already does.`,
      source: rfc('3.3'),
    })
  if (values['mode'] === 'none')
    notes.push({
      text: 'Leave it there as long as the former policy may be remembered. Then take records and file away.',
    })
  return notes
}

function read(text: string, owner: string): ReadRecord | undefined {
  if (owner === 'mta-sts') return { values: { web: text }, dropped: [] }
  const rpt = parseTlsRpt(text)
  if (rpt.isTlsRpt)
    return { values: { rua: addressesOf(rpt.rua.map((uri) => uri.text)) }, dropped: [] }
  const record = parseStsRecord(text)
  if (record.isSts) return { values: { id: record.id ?? '' }, dropped: [] }
  return owner === '' ? readPolicy(text) : undefined
}

/** A policy file. */
function readPolicy(text: string): ReadRecord | undefined {
  const policy = parseStsPolicy(text)
  if (policy.fields[0]?.key !== 'version') return undefined
  return {
    values: {
      ...(policy.mode && { mode: policy.mode }),
      ...(policy.maxAge !== undefined && { age: String(policy.maxAge) }),
      mx: policy.mx.map(({ value }) => value).join('\n'),
    },
    dropped: [],
  }
}

export const mtaSts: Composer = {
  ...{ id: 'mta-sts', title: 'MTA-STS', fields, compose, read },
  lead: 'Asks those who send to you to insist on TLS with a valid certificate, so that no one on the way can read along. It takes a record and a file on a web server.',
}
