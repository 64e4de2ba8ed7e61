import { expect, test } from 'vitest'
import { answerNow } from '../core/ask.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { adviseAcross } from './lint-across.ts'
import { lintByAsking } from './lint-asking.ts'
import { lintRecords } from './lint.ts'

/** Work is counted, not timed: how often a record's name is read. */
function counted(records: readonly DnsRecord[]): {
  list: readonly DnsRecord[]
  reads: () => number
} {
  let reads = 0
  const list = records.map((record) =>
    Object.defineProperty({ ...record }, 'name', {
      enumerable: true,
      get() {
        reads++
        return record.name
      },
    }),
  )
  return { list, reads: () => reads }
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
    '',
  ].join('\n')

function work(domains: number, lint: (records: readonly DnsRecord[]) => unknown): number {
  const text = Array.from({ length: domains }, (_, at) => domainOf(at)).join('')
  const { zone } = parseZone(`$TTL 1h\n${text}`, { origin: 'example.org' })
  const { list, reads } = counted(zone.records.map(({ record }) => record))
  lint(list)
  return reads()
}

const dns = createResolver([])

const asking =
  (lint: typeof lintByAsking) =>
  (records: readonly DnsRecord[]): Diagnostic[] =>
    answerNow(lint(records), (question) =>
      question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
    )

test.each([
  ['records by themselves', lintRecords],
  ['records where DNS is asked', asking(lintByAsking)],
  ['advice', asking(adviseAcross)],
])('twice the domains are twice the work: %s', (_, lint) => {
  const [few, many] = [work(50, lint), work(100, lint)]
  expect(few).toBeGreaterThan(500)
  expect(many / few).toBeLessThan(2.2)
})
