import { readAggregateReport } from '../../../src/auth/dmarc/reports/read.ts'
import { keyFamily } from '../../../src/lint/dkim/family.ts'
import { dmarcFamily } from '../../../src/lint/dmarc/family.ts'
import { bimiFamily } from '../../../src/lint/bimi/family.ts'
import { lintStsPolicy } from '../../../src/lint/mta-sts/policy-family.ts'
import { lintRecords } from '../../../src/lint/lint-records.ts'
import { resultsFamily } from '../../../src/lint/results/family.ts'
import { spfFamily } from '../../../src/lint/spf/family.ts'
import { tlsRptFamily } from '../../../src/lint/tls-rpt/family.ts'
import { stsFamily } from '../../../src/lint/mta-sts/family.ts'
import { applyEdits, type Diagnostic } from '../../../src/core/diagnostic.ts'
import type { DnsRecord, TextData } from '../../../src/core/dns.ts'
import { composeMessage, foldField } from '../../../src/message/compose.ts'
import { parseDate } from '../../../src/message/date.ts'
import { encodeField } from '../../../src/message/encode-field.ts'
import { decodeWords } from '../../../src/message/encoded-words.ts'
import { parseParameters } from '../../../src/message/mime/parameters.ts'
import { parseReceived } from '../../../src/message/received-hop.ts'
import { parseCommandLine } from '../../../src/shell/language/parse.ts'
import type { Growing, Unit } from './measure.ts'

type Lint = (record: DnsRecord & TextData, all: readonly DnsRecord[]) => Diagnostic[]

const judged =
  (name: string, lint: Lint) =>
  (text: string): Diagnostic[] => {
    const record = { name, ttl: 1, type: 'TXT' as const, strings: [text] }
    return lint(record, [record])
  }

const SIGNS = [' ', ';', ',', ':', '=', '"', '-', '.', '%', '!']
const TAGS: readonly Unit[] = [...SIGNS, 'a=b; ', 'p=none ', (at) => `t${at}=b; `]
const URIS: readonly Unit[] = [...SIGNS, (at) => `mailto:a@d${at}.example,`, 'mailto:a@b.example ']

const record = (
  name: string,
  start: string,
  units: readonly Unit[],
  read: (text: string) => unknown,
): Growing => ({ name: `${name}, judged`, read, units, around: [start, ''] })

const dmarc = judged('_dmarc.a.example', dmarcFamily.lint)
const policy = (text: string): Diagnostic[] =>
  lintStsPolicy(text, { domain: 'a.example', hosts: text.match(/(?<=mx: ).*/g) ?? [] })

/** The edits of all fixes that do not get into each other's way. */
function fixed(text: string): string {
  let at = 0
  const edits = policy(text)
    .flatMap(({ fixes }) => fixes[0]?.edits ?? [])
    .toSorted((a, b) => a.span.from - b.span.from)
    .filter(({ span }) => span.from >= at && (at = span.to) >= 0)
  return applyEdits(text, edits)
}

/** Values of records and fields, read and judged. */
export const values: readonly Growing[] = [
  record(
    'text of a record',
    '',
    TAGS,
    judged('a.example', (one) => lintRecords([one])),
  ),
  record('SPF', 'v=spf1 ', ['a ', ...SIGNS, 'a:%{i} '], judged('a.example', spfFamily.lint)),
  record(
    'SPF',
    'v=spf1 ',
    [(at) => `include:a${at}.example `],
    judged('a.example', spfFamily.lint),
  ),
  record(
    'SPF',
    'v=spf1 ',
    [(at) => `ip4:10.0.${at >> 8}.${at & 255} `],
    judged('a.example', spfFamily.lint),
  ),
  record('DMARC', 'v=DMARC1; p=none; ', TAGS, dmarc),
  record('DMARC addresses', 'v=DMARC1; p=none; rua=', URIS, dmarc),
  record('DKIM key', 'v=DKIM1; ', TAGS, judged('s1._domainkey.a.example', keyFamily.lint)),
  record('DKIM key data', 'v=DKIM1; p=', SIGNS, judged('s1._domainkey.a.example', keyFamily.lint)),
  record('MTA-STS', 'v=STSv1; ', TAGS, judged('_mta-sts.a.example', stsFamily.lint)),
  record('TLS-RPT', 'v=TLSRPTv1; rua=', URIS, judged('_smtp._tls.a.example', tlsRptFamily.lint)),
  record('BIMI', 'v=BIMI1; ', TAGS, judged('default._bimi.a.example', bimiFamily.lint)),
  record(
    'MTA-STS policy',
    '',
    ['\n', (at) => `k${at}: v\n`, (at) => `mx: m${at}.example\n`],
    policy,
  ),
  record('MTA-STS policy, fixed and', '', ['\n', 'mode: x\n', (at) => `k${at}: v\n`], fixed),
  record('results', 'a.example; ', ['spf=pass; ', ...SIGNS, 'a.b=c '], (text) =>
    resultsFamily.lint(text),
  ),
  {
    name: 'parameters',
    read: (text) => parseParameters(text),
    units: [';', '"', '(', (at) => `; a*${at}=b`, (at) => `; a${at}=b`, "; a*=''%20"],
  },
  {
    name: 'encoded words',
    read: decodeWords,
    units: ['=?utf-8?q?a?= ', '=?', '?=', '=?a?q?', ' ', '=?utf-8?b?YWJj?=\r\n '],
  },
  {
    name: 'a field, encoded',
    read: (text) => encodeField('Subject', text),
    units: ['é', ' ', 'é ', 'a', '=?', '\r\n '],
  },
  {
    name: 'addresses, encoded',
    read: (text) => encodeField('To', text),
    units: ['é <a@b.example>, ', '(', '"', 'é'],
  },
  {
    name: 'a field, folded',
    read: (text) => foldField('Subject', text),
    units: ['a ', ' ', 'a', ', '],
  },
  {
    name: 'a message, composed',
    read: (text) => composeMessage({ headers: [['Subject', 'a']], body: text }),
    units: ['\n', '\r', '.\n', 'é'],
  },
  { name: 'date', read: parseDate, units: ['(', ' ', '1', '1 ', ','] },
  { name: 'Received', read: parseReceived, units: ['from a ', '(', ';', ' ', '"', 'by '] },
  {
    name: 'DMARC report',
    read: readAggregateReport,
    units: [
      '<',
      '<a>',
      '<a/>',
      '&',
      '&amp;',
      '<!--',
      '<![CDATA[',
      'a="" ',
      '<a b="c">',
      '<record></record>',
    ],
    around: ['<feedback>', '</feedback>'],
  },
  {
    name: 'command line',
    read: parseCommandLine,
    units: ['"', "'", '\\', 'a ', '|', '>', ' ', '$A', 'a;', '*'],
  },
]
