import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessFormat, type ZoneFormat } from './guess.ts'

/** Texts that are no zone file, the name and the lines that come of them. */
const texts: readonly (readonly [
  what: string,
  text: string,
  format: ZoneFormat,
  origin: string,
  lines: readonly string[],
])[] = [
  [
    'a table copied from a panel',
    'Type\tName\tContent\tTTL\nMX\t@\tmx.mine.test\tAuto\nTXT\t_dmarc\tv=DMARC1; p=none\t3600\n',
    'table',
    '',
    ['@ MX 0 mx.mine.test.', '_dmarc 3600 TXT "v=DMARC1; p=none"'],
  ],
  [
    'a CSV file with quotes, and the preference in its own column',
    'Host Name,Record Type,Priority,Value\n@,MX,10,mx.mine.test\n"a,b","TXT",,"say ""hi"""\n',
    'table',
    '',
    ['@ MX 10 mx.mine.test.', 'a,b TXT "say \\"hi\\""'],
  ],
  [
    'a table with whole names, and what has no form in a zone',
    '| Name | Type | Value |\n|---|---|---|\n| mine.test | MX | 5 mx.mine.test. |\n| www.mine.test | ALIAS | x.test |\n',
    'table',
    'mine.test',
    ['@ MX 5 mx.mine.test.'],
  ],
  [
    'record sets of Route 53 without final dots',
    JSON.stringify({
      ResourceRecordSets: [
        { Name: 'mine.test', Type: 'MX', ResourceRecords: [{ Value: '10 in.cloud.test' }] },
        { Name: 'a.mine.test.', Type: 'CNAME', ResourceRecords: [{ Value: 'b.cloud.test.' }] },
      ],
    }),
    'Route 53',
    'mine.test',
    ['@ MX 10 in.cloud.test.', 'a CNAME b.cloud.test.'],
  ],
  [
    'columns of spaces',
    'HOST        TYPE   TTL    DATA\nmail        A      300    192.0.2.5\n',
    'table',
    '',
    ['mail 300 A 192.0.2.5'],
  ],
  [
    'nslookup on Unix',
    'Server:\t\t192.0.2.1\nAddress:\t192.0.2.1#53\n\nmine.test\ttext = "v=spf1 " "mx -all"\nmine.test\tmail exchanger = 10 mx.mine.test.\nName:\tmx.mine.test\nAddress: 192.0.2.25\n',
    'lookups',
    'mine.test',
    ['@ TXT "v=spf1 " "mx -all"', '@ MX 10 mx.mine.test.', 'mx A 192.0.2.25'],
  ],
  [
    'nslookup on Windows',
    'Server:  resolver.test\r\nAddress:  192.0.2.1\r\n\r\nmine.test\ttext =\r\n\r\n\t"v=spf1 mx -all"\r\nmine.test\tMX preference = 10, mail exchanger = mx.mine.test\r\n',
    'lookups',
    'mine.test',
    ['@ TXT "v=spf1 mx -all"', '@ MX 10 mx.mine.test.'],
  ],
  [
    'host',
    'mine.test has address 192.0.2.5\nmine.test has IPv6 address 2001:db8::5\nmine.test mail is handled by 10 mx.mine.test.\nmine.test descriptive text "v=spf1 -all"\nwww.mine.test is an alias for mine.test.\n',
    'lookups',
    'mine.test',
    [
      ...['@ A 192.0.2.5', '@ AAAA 2001:db8::5', '@ MX 10 mx.mine.test.'],
      ...['@ TXT "v=spf1 -all"', 'www CNAME mine.test.'],
    ],
  ],
  [
    'a German table with semicolons, one of them in a text without quotes',
    'Hostname;TTL;Typ;Priorität;Wert\n@;3600;MX;10;mx.mine.test\n_dmarc;60;TXT;;v=DMARC1; p=none\n',
    'table',
    '',
    ['@ 3600 MX 10 mx.mine.test.', '_dmarc 60 TXT "v=DMARC1; p=none"'],
  ],
  [
    'a table with the preference behind the type',
    'Host\tRecord type\tValue\nmine.test.\tMX (10)\tmx.mine.test.\nmine.test.\tA\t192.0.2.5\n',
    'table',
    'mine.test',
    ['@ MX 10 mx.mine.test.', '@ A 192.0.2.5'],
  ],
  [
    'rows of a panel without their head',
    'MX Record\t@\tmx.mine.test.\t10\tAutomatic\nTXT Record\t_dmarc\tv=DMARC1; p=none\tAutomatic\n',
    'table',
    '',
    ['@ MX 10 mx.mine.test.', '_dmarc TXT "v=DMARC1; p=none"'],
  ],
  [
    'what PowerShell prints',
    [
      'HostName    RecordType Type       TimeToLive      RecordData',
      '--------    ---------- ----       ----------      ----------',
      '@           MX         15         01:00:00        [10][mx.mine.test.]',
      '@           TXT        16         01:00:00        v=spf1 mx -all',
    ].join('\n'),
    'table',
    '',
    ['@ MX 10 mx.mine.test.', '@ TXT "v=spf1 mx -all"'],
  ],
  [
    'what dig +short prints',
    '"site-verification=x"\n"v=spf1 mx " "-all"\n10 mx.mine.test.\n',
    'lookups',
    '',
    ['@ TXT "site-verification=x"', '@ TXT "v=spf1 mx " "-all"', '@ MX 10 mx.mine.test.'],
  ],
  [
    'documents of Google Cloud',
    [
      ...['---', 'kind: dns#resourceRecordSet', 'name: mine.test.', 'rrdatas:'],
      ...['- 10 mx.mine.test.', 'ttl: 300', 'type: MX', '---', 'kind: dns#resourceRecordSet'],
      ...['name: mine.test.', 'rrdatas:', `- '"v=spf1 -all"'`, 'ttl: 60', 'type: TXT'],
    ].join('\n'),
    'record sets',
    'mine.test',
    ['@ 300 MX 10 mx.mine.test.', '@ 60 TXT "v=spf1 -all"'],
  ],
  [
    'what PowerDNS answers, indented by tabs: what is turned off is not there',
    JSON.stringify(
      {
        name: 'mine.test.',
        rrsets: [
          {
            ...{ name: '_dmarc.mine.test.', type: 'TXT', ttl: 60 },
            records: [
              { content: '"v=DMARC1; p=none"', disabled: false },
              { content: '"v=DMARC1; p=reject"', disabled: true },
            ],
          },
        ],
      },
      undefined,
      '\t',
    ),
    'record sets',
    'mine.test',
    ['_dmarc 60 TXT "v=DMARC1; p=none"'],
  ],
  [
    'what Azure lists, in the capitals of either of its programs',
    JSON.stringify([
      {
        ...{ fqdn: 'mine.test.', name: '@', TTL: 300, type: 'Microsoft.Network/dnszones/MX' },
        MXRecords: [{ exchange: 'mx.cloud.test', preference: 0 }],
      },
      {
        ...{ fqdn: 's._domainkey.mine.test.', ttl: 60, name: 's._domainkey' },
        ...{ type: 'Microsoft.Network/dnsZones/CNAME', cnameRecord: { cname: 's.cloud.test' } },
      },
      {
        ...{ fqdn: 'mine.test.', name: '@', ttl: 60, type: 'Microsoft.Network/dnszones/TXT' },
        txtRecords: [{ value: ['v=spf1 ', '-all'] }],
      },
    ]),
    'record sets',
    'mine.test',
    [
      '@ 300 MX 0 mx.cloud.test.',
      's._domainkey 60 CNAME s.cloud.test.',
      '@ 60 TXT "v=spf1 " "-all"',
    ],
  ],
]

describe.each(texts)('%s', (_, text, format, origin, lines) => {
  test('becomes lines of a zone', () => {
    const guess = guessFormat(text)
    expect(guess).toMatchObject({ format, origin })
    if (!('convert' in guess)) throw new Error('no zone')
    expect(
      guess
        .convert(origin || 'mine.test')
        .text.trimEnd()
        .split('\n'),
    ).toEqual(lines)
  })
})

test.each([
  ['a zone file', 'mine.test. 300 IN MX 10 mx.mine.test.\n'],
  ['what dig prints', ';; ANSWER SECTION:\nmine.test.\t300\tIN\tTXT\t"v=spf1 -all"\n'],
  ['a record that speaks of tables', '@ TXT "type name value"\n'],
])('%s is none of these', (_, text) =>
  expect(guessFormat(text)).toMatchObject({ format: 'zone file' }),
)

test('whatever stands in a table or behind a name, it is answered', () => {
  const cell = fc.string({ maxLength: 30 })
  const row = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join('\t'))
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          row,
          cell.map((text) => `a.test text = ${text}`),
        ),
      ),
      (rows) => {
        for (const head of ['Type\tName\tValue\n', '']) {
          const guess = guessFormat(head + rows.join('\n'))
          if ('convert' in guess) expect(typeof guess.convert('mine.test').text).toBe('string')
        }
      },
    ),
    { numRuns: 200 },
  )
})
