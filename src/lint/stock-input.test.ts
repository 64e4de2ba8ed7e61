import { describe, expect, test } from 'vitest'
import { latin1 } from '../core/bytes.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { parseMessage } from '../message/parse.ts'
import { lintMessage } from './lint-message.ts'
import { lintZones } from './lint-zones.ts'
import type { Advice } from './zone-profiles.ts'

/** What other programs and providers write, and what people copy from guides: none of it is wrong. */

const ORIGIN = 'example.com'
const SOA = 'ns1.example.net. hostmaster.example.com. 2026060101 7200 3600 1209600 3600'
const HEAD = `$TTL 1h\n@ SOA ${SOA}\n@ NS ns1.example.net.\n@ NS ns2.example.net.\n`

const codes = (text: string, advice: Advice = 'omitted'): string[] =>
  lintZones([parseZone(text, { origin: ORIGIN })], { advice }).map(({ code }) => code)

describe('a transfer as programs print it', () => {
  const transfer = (...lines: readonly string[]) =>
    [
      '',
      '; <<>> DiG 9.20.0 <<>> @192.0.2.53 example.com AXFR',
      '; (1 server found)',
      ';; global options: +cmd',
      `example.com.\t\t3600\tIN\tSOA\t${SOA}`,
      'example.com.\t\t3600\tIN\tNS\tns1.example.net.',
      ...lines,
      ';; Query time: 1 msec',
      ';; SERVER: 192.0.2.53#53(192.0.2.53) (TCP)',
      ';; XFR size: 4 records (messages 1, bytes 200)',
      '',
    ].join('\n')
  const CLOSING = `example.com.\t\t3600\tIN\tSOA\t${SOA}`

  test('ends with its SOA again', () =>
    expect(codes(transfer('example.com.\t3600\tIN\tMX\t0 .', CLOSING))).toEqual([]))

  test('may hold the SOA in lines of parentheses', () =>
    expect(
      codes(
        transfer(
          'example.com. 3600 IN SOA ns1.EXAMPLE.net. hostmaster.example.com. (\n 2026060101 ; serial\n 2h 1h 2w 1h )',
        ),
      ),
    ).toEqual([]))

  test.each([
    ['another serial', CLOSING.replace('2026060101', '2026060102'), ['zone/several-soas']],
    [
      'not at the end',
      `${CLOSING}\nexample.com. 3600 IN MX 0 .`,
      ['zone/duplicate-record', 'zone/several-soas'],
    ],
  ])('%s is a second SOA', (_, last, found) =>
    expect(codes(transfer(last)).toSorted()).toEqual(found),
  )
})

test.each([
  ['@ MX 0 .\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"'],
  ['@ MX 0 .\n@ A 192.0.2.80\nwww CNAME @\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1;p=reject;"'],
  [
    '@ MX 0 .\n* MX 0 .\n@ TXT "v=spf1 -all"\n* TXT "v=spf1 -all"\n*._domainkey TXT "v=DKIM1; p="\n_dmarc TXT "v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s"',
  ],
  ['@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"'],
])('a parked domain done right: %j', (text) => expect(codes(HEAD + text)).toEqual([]))

test.each([
  ['MX 10 mx.example.net.', ['dmarc/no-reports']],
  ['MX 0 .\nnews TXT "v=spf1 ip4:192.0.2.1 -all"', ['dmarc/no-reports']],
  ['MX 0 .\ns1._domainkey CNAME s1.example.net.', ['dmarc/no-reports']],
])('a domain that sends wants reports: %s', (text, found) =>
  expect(codes(`${HEAD}@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"\n@ ${text}`)).toEqual(
    found,
  ),
)

test.each([
  ['two', '@ MX 10 a.example.net.\n@ MX 10 b.example.net.'],
  ['five', [1, 2, 3, 4, 5].map((at) => `@ MX 10 mx${at}.example.net.`).join('\n')],
])('%s mail hosts of equal preference share the load', (_, text) => {
  expect(codes(HEAD + text)).toEqual([])
  expect(codes(HEAD + text, 'included')).toContain('mx/equal-preferences')
})

describe('one cause, one finding', () => {
  const found = (text: string) =>
    lintZones([parseZone(text, { origin: ORIGIN })]).map(
      ({ code, span }) => `${code} ${text.slice(span.from, span.to)}`,
    )

  test.each([
    [
      'the SOA of an export lacks its final dot',
      `example.com\t3600\tIN\tSOA\t${SOA}\nexample.com.\t86400\tIN\tNS\tns1.example.net.\n`,
      ['zone/doubled-origin example.com'],
    ],
    [
      'and others inherit it',
      `example.com 3600 SOA ${SOA}\n 3600 NS ns1.example.net.\n 3600 MX 0 .\nwww 60 A 192.0.2.1\n`,
      ['zone/doubled-origin example.com'],
    ],
    [
      'the file is another zone',
      `$TTL 1h\n$ORIGIN example.org.\n@ SOA ${SOA}\n@ NS ns\nns A 192.0.2.1\nwww A 192.0.2.2\n`,
      ['zone/out-of-zone example.org.'],
    ],
    [
      'which whole names show',
      `example.org. 60 SOA ${SOA}\nexample.org. 60 NS ns.example.net.\nwww.example.org. 60 A 192.0.2.2\n`,
      ['zone/out-of-zone example.org.'],
    ],
    [
      'which has no start',
      'a.example.org. 60 A 192.0.2.1\nb.example.org. 60 A 192.0.2.2\n',
      ['zone/out-of-zone a.example.org.'],
    ],
    [
      'the file is a zone below',
      `$TTL 1h\n$ORIGIN sub.example.com.\n@ SOA ${SOA}\n@ NS ns\n@ MX 10 ns\nns A 192.0.2.1\n`,
      ['zone/soa-below-apex SOA'],
    ],
    [
      'an origin leads out',
      `${HEAD}$ORIGIN example.org.\nwww A 192.0.2.1\nftp A 192.0.2.1\n MX 0 .\n`,
      ['zone/out-of-zone example.org.'],
    ],
    [
      'the SOA cannot be read',
      `$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 7200 soon 1209600\n@ NS ns1.example.net.\n`,
      ['zone/bad-duration soon'],
    ],
    [
      'the only name server cannot be read',
      `$TTL 1h\n@ SOA ${SOA}\n@ NS ns..example.net.\n`,
      ['zone/empty-label .'],
    ],
  ])('%s', (_, text, codes) => expect(found(text)).toEqual(codes))

  test('two names of other zones are two slips', () =>
    expect(found(`${HEAD}a.example.org. A 192.0.2.1\nb.example.net. A 192.0.2.2`)).toHaveLength(2))
})

describe('a message as it was saved', () => {
  const BODY = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset="utf-8"', '', 'Hello', '']
  const AUTHOR = [
    'From: Ann <ann@example.org>',
    'To: bob@example.com',
    'Subject: Hello',
    'Date: Mon, 01 Jun 2026 12:00:00 +0000',
    'Message-ID: <1@example.org>',
  ]
  const SIGNATURE = [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=s1;',
    '        h=to:subject:message-id:date:from:mime-version;',
    '        bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
  ]
  const HOP = [
    'Received: from mail.example.org (mail.example.org. [192.0.2.1])',
    '        by mx.example.net with ESMTPS id 1',
    '        for <bob@example.com>; Mon, 01 Jun 2026 05:00:01 -0700 (PDT)',
  ]
  const INNER = ['Received: by 2001:db8::1 with SMTP id 2; Mon, 1 Jun 2026 05:00:02 -0700 (PDT)']
  const read = (...lines: readonly string[]) =>
    parseMessage(latin1([...lines, ...BODY].join('\r\n')))

  test.each([
    [
      'webmail: Return-Path below the hops inside',
      read(
        'Delivered-To: bob@example.com',
        ...[...INNER, 'X-Received: by 2001:db8::2 with SMTP id 3; Mon, 1 Jun 2026 05:00:02 -0700'],
        'Return-Path: <ann@example.org>',
        ...[...HOP, ...SIGNATURE, ...AUTHOR],
      ),
    ],
    [
      'a hosted mailbox: Return-Path at the end, without brackets',
      read(...INNER, ...HOP, ...SIGNATURE, ...AUTHOR, 'Return-Path: ann@example.org'),
    ],
    [
      'a server of one’s own',
      read('Return-Path: <ann@example.org>', ...HOP, ...SIGNATURE, ...AUTHOR),
    ],
    [
      'local delivery',
      read('Return-Path: <ann@example.org>', 'Delivered-To: bob@example.com', ...AUTHOR),
    ],
  ])('%s', (_, message) => {
    expect(lintMessage(message).map(({ code }) => code)).toEqual([])
  })

  test('advice about signatures is given where it is asked for', () =>
    expect(
      lintMessage(read(...HOP, ...SIGNATURE, ...AUTHOR), 'message', 'included').map(
        ({ code, severity }) => [code, severity],
      ),
    ).toEqual([
      ['signature/subject-not-oversigned', 'hint'],
      ['signature/from-not-oversigned', 'hint'],
    ]))
})
