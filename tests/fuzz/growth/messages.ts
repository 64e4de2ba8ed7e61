import { lintMessage } from '../../../src/lint/lint-message.ts'
import { readFailureReport } from '../../../src/auth/dmarc/reports/read-failure.ts'
import { compareSigned } from '../../../src/auth/dkim/difference/compare.ts'
import { latin1 } from '../../../src/core/bytes.ts'
import { parseDsn } from '../../../src/message/dsn/read.ts'
import { decodedBytes, walkParts } from '../../../src/message/mime/decode.ts'
import { readMime } from '../../../src/message/mime/tree.ts'
import { parseMessage, type Message } from '../../../src/message/parse.ts'
import { readReceivedChain } from '../../../src/message/received-chain.ts'
import type { Growing, Unit } from './measure.ts'

const read = (text: string): Message => parseMessage(latin1(text))

function decoded(text: string): void {
  const message = read(text)
  for (const part of walkParts(readMime(message).root)) decodedBytes(message, part)
}

const signed =
  'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s; h=from; bh=YQ==; b=YQ==\r\n'
const END = '\r\nFrom: a@b.example\r\n\r\nHi\r\n'
const MIXED = 'Content-Type: multipart/mixed; boundary=a\r\n\r\n'
const REPORT = 'Content-Type: multipart/report; boundary=a; report-type='

const judged = (name: string, before: string, units: readonly Unit[], behind = END): Growing => ({
  name: `${name}, judged`,
  read: (text) => lintMessage(read(text)),
  units,
  around: [before, behind],
})

const parts = (name: string, before: string, units: readonly Unit[], behind = ''): Growing[] => [
  { name, read: decoded, units, around: [before, behind] },
  judged(name, before, units, behind),
]

const encoded = (how: string, units: readonly Unit[]): Growing => ({
  name: how,
  read: decoded,
  units,
  around: [`Content-Transfer-Encoding: ${how}\r\n\r\n`, ''],
})

/** Whole messages, read into their parts and judged. */
export const messages: readonly Growing[] = [
  judged('fields', '', [
    (at) => `X${at}: a\r\n`,
    'Subject: a\r\n',
    'From: a@b.example\r\n',
    ':\r\n',
    ' \r\n',
    'a\r\n',
  ]),
  judged('octets', '', ['\0', '\r', '\n', 'é', ':', ' ', '\t', 'a']),
  judged('From', 'From: ', [
    (at) => `a@b${at}.example, `,
    '(',
    '"',
    '<',
    ',',
    '.',
    ' ',
    '@',
    '\r\n ',
    'a ',
    'Friends: ;',
  ]),
  judged('Subject', 'Subject: ', ['=?utf-8?q?a?= ', '=?', '\r\n ', 'a', ' ', '?=']),
  judged('Date', 'Date: ', [' ', '1', '(', '1 a ', ',', '+0']),
  judged('Message-ID', 'Message-ID: ', ['<', '<a@b>', '(', ' ', '.', '@']),
  judged('References', 'References: ', [
    '<',
    '<a@b> ',
    (at) => `<a${at}@b.example>\r\n `,
    '(',
    ' ',
  ]),
  judged('Received', '', [
    (at) => `Received: from a${at} by b${at}; Thu, 26 Nov 2026 08:00:00 +0000\r\n`,
    'Received: (\r\n',
    'Return-Path: <a@b.example>\r\n',
  ]),
  judged('Content-Type', 'Content-Type: text/plain', [
    '; ',
    (at) => `; a${at}=b`,
    (at) => `; a*${at}=b`,
    '(',
    '"',
    ' ',
  ]),
  judged('signatures', '', [signed, (at) => signed.replace('a.example', `a${at}.example`)]),
  judged('signed fields', signed.trimEnd() + '; h=from', [
    ':from',
    (at) => `:a${at}`,
    ' ',
    ';',
    '=',
  ]),
  judged('ARC sets', '', [
    (at) =>
      `ARC-Seal: i=${at + 1}; cv=pass\r\nARC-Message-Signature: i=${at + 1}\r\nARC-Authentication-Results: i=${at + 1}; a.example\r\n`,
    'ARC-Seal: i=1; cv=none\r\n',
  ]),
  judged('results', '', [(at) => `Authentication-Results: a${at}.example; spf=pass\r\n`]),
  judged('ways to unsubscribe', '', [
    (at) =>
      `List-Unsubscribe: <https://a.example/${at}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n`,
  ]),
  ...parts('parts', MIXED, [
    '--a\r\n\r\nx\r\n',
    '--a\r\n',
    '--ab\r\n',
    '--a--\r\n',
    '-',
    '\r\n',
    '--',
  ]),
  ...parts('nested parts', '', [
    (at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n',
    'Content-Type: message/rfc822\r\n\r\n',
    (at) =>
      `Content-Type: multipart/mixed; boundary=${'a'.repeat(at % 60)}\r\n\r\n--${'a'.repeat(at % 60)}\r\n`,
  ]),
  encoded('quoted-printable', ['=20 \r\n', ' ', '=', '=\r\n', '\t\r\n']),
  encoded('base64', ['YWJj\r\n', '=', ' ', '!']),
  encoded('x-uuencode', ['begin 644 a\r\n', '#0V%T\r\n', 'end\r\n', '`\r\n']),
  {
    name: 'bounce',
    read: (text) => parseDsn(read(text)),
    units: [
      (at) =>
        `Final-Recipient: rfc822; a${at}@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n`,
      (at) => `X${at}: a\r\n`,
      '\r\n',
      ';',
      '(',
    ],
    around: [
      `${REPORT}delivery-status\r\n\r\n--a\r\n\r\nx\r\n--a\r\nContent-Type: message/delivery-status\r\n\r\n`,
      '\r\n--a--\r\n',
    ],
  },
  {
    name: 'failure report',
    read: (text) => readFailureReport(read(text)),
    units: [(at) => `Reported-Domain: a${at}\r\n`, (at) => `X${at}: a\r\n`, '\r\n', ';'],
    around: [
      `${REPORT}feedback-report\r\n\r\n--a\r\n\r\nx\r\n--a\r\nContent-Type: message/feedback-report\r\n\r\n`,
      '\r\n--a--\r\n',
    ],
  },
  {
    name: 'hops',
    read: (text) => readReceivedChain(read(text)),
    units: [(at) => `Received: from a${at} by b${at}; Thu, 26 Nov 2026 08:00:00 +0000\r\n`],
  },
  {
    name: 'what differs',
    read: (text) => compareSigned(read(text), read(`${text}x\r\n`)),
    units: ['a \r\n', '\r\n', ' ', 'a', ' \r\n'],
    around: [`${signed}From: a@b.example\r\n\r\n`, ''],
  },
]
