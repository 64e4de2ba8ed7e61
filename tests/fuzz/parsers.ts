import { indicatorProblem } from '../../src/auth/bimi/indicator.ts'
import { parseBimi } from '../../src/auth/bimi/record.ts'
import { parseSelectorField } from '../../src/auth/bimi/selector-field.ts'
import { arcFamily } from '../../src/lint/arc/family.ts'
import { parseKeyRecord } from '../../src/auth/dkim/key.ts'
import { parseSignature } from '../../src/auth/dkim/signature.ts'
import { parseDmarc } from '../../src/auth/dmarc/parse.ts'
import { parseSuffixList } from '../../src/auth/dmarc/suffix-list.ts'
import { parseStsPolicy } from '../../src/auth/mta-sts/policy.ts'
import { parseStsRecord } from '../../src/auth/mta-sts/record.ts'
import { parseResults } from '../../src/auth/results/parse.ts'
import { parseSpf } from '../../src/auth/spf/parse.ts'
import { readReceivedSpf } from '../../src/auth/spf/read-received.ts'
import { parseTlsReport } from '../../src/auth/tls-rpt/read-report.ts'
import { parseTlsRpt } from '../../src/auth/tls-rpt/record.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { formatZone } from '../../src/dns/zone/format.ts'
import { parseZone } from '../../src/dns/zone/parse.ts'
import { parseAddresses } from '../../src/message/addresses.ts'
import { parseListUnsubscribe } from '../../src/message/list-unsubscribe.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { readCertificateDer } from '../../src/shell/openssl/certificate-read.ts'
import { readPem } from '../../src/shell/openssl/pem.ts'
import { readPart } from '../../src/lab/own-world/part-text.ts'
import { ownWorldOf } from '../../src/lab/own-world/own-world-of.ts'
import { readZone } from '../../src/lab/own-world/zone-import/read-zone.ts'
import { sandbox } from '../../src/lessons/sandbox.ts'
import { readReports } from '../../src/lab/reports/read-reports.ts'
import { readOuter } from '../../src/lab/grading/read-submission.ts'
import { SUBMISSION } from '../../src/lab/grading/submission.ts'
import { readCode } from '../../src/lab/record/read-record.ts'
import { BEGIN } from '../../src/lab/record/record.ts'
import { hiddenInHtml } from '../../src/lab/views/hidden-in-html.ts'
import { transcriptWith } from '../../src/lab/transcript/read-transcript.ts'
import { loadSpoken } from '../../src/lab/transcript/load-spoken.ts'
import type { Growing } from './growth/measure.ts'

/** Its `units` are repeated to find out how its work grows. */
export type Parser = Omit<Growing, 'around'>

const spoken = await loadSpoken(['smtp', 'imap', 'pop3'])

const TAGS = [';', 'a=b; ', ' ', '=', 'v=1;']

/** Everything that reads what strangers wrote. */
export const parsers: readonly Parser[] = [
  {
    name: 'zone',
    read: (text) => parseZone(text, { origin: 'example.com' }),
    units: ['www A 192.0.2.1\n', '(', '"', 'a TXT (\n', ';', '\\', 'x '],
  },
  {
    name: 'zone, formatted',
    read: (text) => formatZone(parseZone(text, { origin: 'example.com' }).zone),
    units: ['www A 192.0.2.1\n', '\n', 'a TXT "b" ; c\n'],
  },
  {
    name: 'HTML that hides',
    read: hiddenInHtml,
    units: [
      '<a href="',
      '<div style="display:none">',
      '<!--',
      '-->',
      "'",
      '<',
      ' a=',
      'x',
      '</div>',
    ],
  },
  {
    name: 'transcript',
    read: (text) => transcriptWith(spoken, { text }),
    units: [
      ...['C: EHLO a\n', 'S: 250 b\n', 'C: DATA\n', 'S: 354 c\n', '   d\n', '\n', '...\n', '# e\n'],
      ...[
        'S: * OK [\n',
        'C: a FETCH 1 {9}\n',
        'S: +OK\n',
        'C: RETR 1\n',
        '== a ==\n',
        '<',
        'C1: x\n',
      ],
    ],
  },
  { name: 'SPF', read: parseSpf, units: ['a ', ' ', ':', 'ip4:192.0.2.1 ', '%{', '/'] },
  { name: 'Received-SPF', read: readReceivedSpf, units: ['(', 'a=b; ', '"', ' ', '\\'] },
  { name: 'DKIM key', read: parseKeyRecord, units: TAGS },
  {
    name: 'DKIM signature',
    read: (text) => parseSignature(text, { from: 0, to: text.length }),
    units: [...TAGS, 'h=a:', ':'],
  },
  { name: 'DMARC', read: parseDmarc, units: [...TAGS, 'mailto:a@b.example,', '!1m'] },
  { name: 'MTA-STS record', read: parseStsRecord, units: TAGS },
  { name: 'MTA-STS policy', read: parseStsPolicy, units: ['mx: a.example\n', '\n', ':', ' '] },
  { name: 'TLS-RPT', read: parseTlsRpt, units: [...TAGS, 'mailto:a@b.example,'] },
  { name: 'TLS report', read: parseTlsReport, units: ['[', '{"a":', '"', '1,'] },
  {
    name: 'pasted zone',
    read: (text) => readZone({ text, origin: 'mine.example' }, sandbox.world),
    units: ['www A 192.0.2.1\n', 'www:\n', '[', '{"a":', 'a: *b\n', '- '],
  },
  {
    name: 'part of a world',
    read: (text) => readPart(ownWorldOf(sandbox), 'mailboxes', text),
    units: ['- address: bob@example.net\n', '- ', '[', '{', '\n', 'a: &b '],
  },
  {
    name: 'file of reports',
    read: (text) => readReports({ files: [{ name: 'a', bytes: utf8(text) }] }),
    units: [
      '<feedback><record>',
      '<a>',
      'From a@b.example Mon Jun  1 \na: b\n\n',
      '{"a":',
      'H4sI',
      'a: b\n',
    ],
  },
  {
    name: 'zone of who reads reports',
    read: (text) => readReports({ files: [], zone: text }),
    units: ['$ORIGIN a.example.\n', '@ TXT "v=spf1 include:b.example"\n', 'v=spf1 a ', ' '],
  },
  {
    name: 'record of completion',
    read: readCode,
    units: [`${BEGIN}\n`, 'H4sI', '\n', '> ', '='],
  },
  {
    name: 'submission',
    read: readOuter,
    units: ['{"kind":"', SUBMISSION, '","v":1,', '"record":', '{', '"', '\n', '\\'],
  },
  { name: 'BIMI', read: parseBimi, units: TAGS },
  { name: 'BIMI selector', read: parseSelectorField, units: TAGS },
  { name: 'logo', read: indicatorProblem, units: ['<svg>', '<a b="url(">', '</svg>', '&amp;'] },
  { name: 'Authentication-Results', read: parseResults, units: ['; a=b', '(', '"', ' c.d=e', '='] },
  { name: 'addresses', read: parseAddresses, units: ['a@b.example, ', '(', '<', '"', ':;', '.'] },
  { name: 'List-Unsubscribe', read: parseListUnsubscribe, units: ['<a:b>, ', '(', '<', ' '] },
  { name: 'suffix list', read: parseSuffixList, units: ['a.b\n', '*.', '!', ' '] },
  {
    name: 'PEM',
    read: (text) => readPem(utf8(text)),
    units: ['-----BEGIN A-----\n', 'AAAA\n', '-----END A-----\n', '-'],
  },
  {
    name: 'certificate',
    read: (text) => readCertificateDer(utf8(text)),
    units: ['0\x02', '0~', '\x06\x01a', '\0'],
  },
  {
    name: 'message',
    read: (text) => parseMessage(utf8(text)),
    units: ['A: b\r\n', 'a', '\r\n', '\r', ' \r\n', ':'],
  },
  {
    name: 'ARC fields',
    read: (text) => arcFamily.lint(parseMessage(utf8(text))),
    units: ['ARC-Seal: i=1; cv=none\r\n'],
  },
]
