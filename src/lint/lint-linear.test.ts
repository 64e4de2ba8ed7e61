import { describe, expect, test } from 'vitest'
import { runSync, type Effect } from '../core/effects.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import { zoneFamily } from './dns/family.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import { adviceFamily } from './cross-record/family.ts'
import { lintThroughDns } from './lint-zones.ts'
import { lintRecords } from './lint-records.ts'

interface Count {
  reads: number
}

/** Counters measure the work, not a clock: how often anything of a record is read. */
const counting = (record: DnsRecord, count: Count): DnsRecord =>
  new Proxy(record, {
    get(of, key) {
      count.reads++
      return Reflect.get(of, key) as unknown
    },
    has(of, key) {
      count.reads++
      return key in of
    },
  })

function countingZone(text: string, count: Count): Zone {
  const { zone } = parseZone(`$TTL 1h\n${text}`, { origin: 'example.org' })
  const records = zone.records.map((one) => ({ ...one, record: counting(one.record, count) }))
  return { ...zone, records }
}

const recordsOf = ({ records }: Zone): DnsRecord[] => records.map(({ record }) => record)

/** What there is to show counts as work, too. */
const sizeOf = (found: readonly Diagnostic[]): number =>
  found.reduce(
    (sum, { related, fixes }) =>
      sum + 1 + related.length + fixes.flatMap(({ edits }) => edits).length,
    0,
  )

type Lint = (zone: Zone) => Diagnostic[]

const asking =
  (lint: (records: readonly DnsRecord[]) => Effect<Diagnostic[]>): Lint =>
  (zone) => {
    const dns = createResolver([zone])
    return runSync(lint(recordsOf(zone)), (question) =>
      question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
    )
  }

const lints: readonly (readonly [string, Lint])[] = [
  ['a zone', (zone) => zoneFamily.lint(zone)],
  ['records by themselves', (zone) => lintRecords(recordsOf(zone))],
  ['records where DNS is asked', asking(lintThroughDns)],
  ['advice', asking(adviceFamily.lint)],
]

function work(lines: readonly string[], lint: Lint): number {
  const count = { reads: 0 }
  const text = lines.join('\n')
  return sizeOf(lint(countingZone(text, count))) + count.reads
}

const domainOf = (at: number): string =>
  [
    `d${at} MX 10 mx.d${at}`,
    `mx.d${at} A 192.0.2.${at % 256}`,
    `d${at} TXT "v=spf1 mx -all"`,
    `mx.d${at} TXT "v=spf1 a -all"`,
    `d${at} TXT "v=spf1 include:spf.example.net ~all"`,
    `s1._domainkey.d${at} TXT "v=DKIM1; p="`,
    `_dmarc.d${at} TXT "v=DMARC1; p=reject; sp=none; rua=mailto:a@d${at + 1}.example.org"`,
    `_dmarc.a.d${at} TXT "v=DMARC1; p=none; sp=none; psd=y"`,
    `_mta-sts.d${at} TXT "v=STSv1; id=1"`,
    `_smtp._tls.d${at} TXT "v=TLSRPTv1; rua=mailto:a@d${at}.example.org"`,
    `default._bimi.d${at} TXT "v=BIMI1; l=https://example.org/logo.svg"`,
  ].join('\n')

/** Lines of a zone that grows at one place, and what stands behind them. */
const crowds: readonly (readonly [string, (at: number) => string, string?])[] = [
  ['domains', domainOf],
  ['texts', (at) => `a TXT "t${at}"`],
  ['SPF records', (at) => `@ TXT "v=spf1 ip4:192.0.2.${at % 256} -all"`],
  ['SPF records with the same text', () => 'a TXT "v=spf1 -all"\na A 192.0.2.1'],
  ['SPF records of type 99', (at) => `@ SPF "v=spf1 ip4:192.0.2.${at % 256} -all"`],
  ['SPF records at a name that is none', (at) => `_spf TXT "v=spf1 -all"\n@ TXT "t${at}"`],
  ['Sender ID', (at) => `@ TXT "spf2.0/pra -all"\n@ TXT "v=spf1 exists:a${at}.example -all"`],
  ['keys', (at) => `s1._domainkey TXT "v=DKIM1; p=; n=${at}"`],
  ['keys with the same text', () => 's1._domainkey TXT "v=DKIM1; p="'],
  ['policies', (at) => `_dmarc TXT "v=DMARC1; p=none; rua=mailto:a${at}@example.org"`],
  [
    'policies with a tag',
    (at) => `_dmarc TXT "v=DMARC1; p=none; psd=y"\n@ TXT "t${at}"\n@ A 192.0.2.1`,
  ],
  [
    'policies below',
    (at) => `_dmarc.a${at} TXT "v=DMARC1; p=none; sp=none"\n_dmarc TXT "v=DMARC1; t=${at}"`,
  ],
  [
    'policies that report to one',
    (at) => `_dmarc.a${at} TXT "v=DMARC1; p=none; rua=mailto:a@b.example.org"\nb TXT "t${at}"`,
  ],
  ['STS records', (at) => `_mta-sts TXT "v=STSv1; id=${at}"\nmta-sts A 192.0.2.1`],
  ['TLS-RPT records', (at) => `_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a${at}@example.org"`],
  ['BIMI records', (at) => `default._bimi TXT "v=BIMI1; l=https://example.org/${at}.svg"`],
  ['mail hosts', (at) => `@ MX 10 mx${at}\nmx${at} A 192.0.2.${at % 256}\n@ TXT "t${at}"`],
  ['mail hosts by alias', (at) => `@ MX 10 mx${at}\nmx${at} CNAME host\nhost A 192.0.2.1`],
  [
    'domains of one host',
    (at) => `d${at} MX 10 mx\nmx A 10.0.${at >> 8}.${at & 255}\nmx TXT "t${at}"`,
  ],
  ['null MX', (at) => `@ MX ${at} .\n@ MX ${at} mx${at}`],
  [
    'parked names',
    (at) => `d${at} MX 0 .\nd${at} TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=${at}"`,
  ],
  ['aliases of one name', (at) => `www CNAME web${at}\nweb${at} A 192.0.2.1\nwww TXT "t${at}"`],
  ['aliases', (at) => `www${at} CNAME web\nweb A 10.0.${at >> 8}.${at & 255}`],
  ['a chain of aliases', (at) => `a${at} CNAME a${at + 1}`],
  ['name servers', (at) => `@ NS ns${at}\nns${at} A 192.0.2.1`],
  ['names below a zone cut', (at) => `sub TXT "t${at}"\na${at}.sub TXT "below"`, 'sub NS ns'],
  ['glue', (at) => `sub NS ns.sub\nns.sub TXT "t${at}"`],
  ['names below a DNAME', (at) => `old TXT "t${at}"\na${at}.old A 192.0.2.1`, 'old DNAME new'],
  ['wildcards', (at) => `* TXT "t${at}"\na${at} A 192.0.2.1`],
  ['addresses', (at) => `www A 10.0.${at >> 8}.${at & 255}`],
  ['the same address', () => 'www A 192.0.2.1'],
  ['many TTLs', (at) => `www ${at} A 10.0.${at >> 8}.${at & 255}`],
  ['SOA records', (at) => `@ SOA ns hostmaster ${at} 1d 2h 4w 1h`],
]

const FEW = 100
const MANY = 400

const grown = crowds.map(([name, line, end = '']) => ({ name, line, end }))

describe.each(grown)('four times the $name are four times the work', ({ line, end }) => {
  const lines = (length: number): string[] => [...Array.from({ length }, (_, at) => line(at)), end]
  test.each(lints)('%s', (_, lint) => {
    const [few, many] = [work(lines(FEW), lint), work(lines(MANY), lint)]
    expect(many / few).toBeLessThan((MANY / FEW) * 1.2)
  })
})
