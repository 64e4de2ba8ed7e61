import { expect, test } from 'vitest'
import { readReports } from './read-reports.ts'
import { row, xml, type RowGiven } from './testing/reports.ts'
import type { Certainty, SenderKind } from './types.ts'

const own: RowGiven = {
  ...{ ip: '192.0.2.25', count: 90, aligned: 'dkim spf' },
  dkim: [['pass', 'example.org', 'june']],
  spf: ['pass', 'example.org'],
}

/** A zone as the firm of these rows has it. */
const zone = [
  '$ORIGIN example.org.',
  '@ TXT "v=spf1 ip4:192.0.2.25 include:spf.mailout.test include:spf.rackhouse.test -all"',
  'june._domainkey TXT "v=DKIM1; k=ed25519; p=iHUYfMk+uGidKs/mUHmGwYkpONjfVjiyV0EmJSsnJtE="',
  'news._domainkey CNAME news._domainkey.mailout.test.',
  '',
].join('\n')

type Case = readonly [
  about: string,
  given: RowGiven,
  expected: `${SenderKind} ${Certainty}`,
  reason: string,
  next: string,
  zone?: string,
]

const cases: readonly Case[] = [
  [
    'a server of yours, by SPF and DKIM',
    { ...own, ip: '192.0.2.26' },
    ...(['yours likely', 'SPF and DKIM both pass', 'Nothing'] as const),
  ],
  [
    'a server of yours that the zone names',
    own,
    ...(['yours known', '`ip4:192.0.2.25`', 'Nothing', zone] as const),
  ],
  [
    'a server of yours that does not sign',
    { ip: '203.0.113.9', spf: ['pass', 'example.org'], aligned: 'spf' },
    ...(['yours perhaps', 'your SPF record lets', 'Sign its mail'] as const),
  ],
  [
    'a machine in your network that was forgotten',
    { ip: '192.0.2.44', spf: ['fail', 'example.org'] },
    ...(['yours perhaps', 'same network', 'If it is yours, give'] as const),
  ],
  [
    'a service that signs as itself and as you',
    {
      ...{ ip: '198.51.100.7', aligned: 'dkim', spf: ['pass', 'bounces.mailout.test'] },
      dkim: [
        ['pass', 'example.org', 'news'],
        ['pass', 'mailout.test', 'x'],
      ],
    },
    ...(['vendor likely', 'a service that signs for you', 'Nothing must be done'] as const),
  ],
  [
    'a service whose key is an alias in your zone',
    { ip: '198.51.100.7', aligned: 'dkim', dkim: [['pass', 'example.org', 'news']] },
    ...([
      'vendor known',
      'alias to `news._domainkey.mailout.test`',
      'bounce address',
      zone,
    ] as const),
  ],
  [
    'a service whose key was never published',
    {
      ...{ ip: '198.51.100.30', spf: ['pass', 'slotwell.test'] },
      dkim: [['permerror', 'example.org', 'quince', 'no key']],
    },
    ...(['vendor likely', 'set up by half', 'quince._domainkey.example.org.'] as const),
  ],
  [
    'the same, as the zone shows it',
    {
      ...{ ip: '198.51.100.30', spf: ['pass', 'slotwell.test'] },
      dkim: [['fail', 'example.org', 'quince']],
    },
    ...(['vendor likely', 'is not published', 'Publish the key', zone] as const),
  ],
  [
    'a service that the zone includes, though the record of it is not here',
    { ip: '198.51.100.8', dkim: [['pass', 'mailout.test', 'x']], spf: ['pass', 'mailout.test'] },
    ...(['vendor likely', '`mailout.test` sends for you', 'd=example.org', zone] as const),
  ],
  [
    'a service that was not set up',
    { ip: '198.51.100.9', dkim: [['pass', 'forms.test', 'x']], spf: ['pass', 'forms.test'] },
    ...(['vendor perhaps', '`forms.test` signs it', 'Ask in the firm'] as const),
  ],
  [
    'SPF lets it in, and another signs',
    {
      ip: '198.51.100.10',
      aligned: 'spf',
      dkim: [['pass', 'shop.test', 'x']],
      spf: ['pass', 'example.org'],
    },
    ...(['vendor likely', 'you let in', 'SPF alone vouches'] as const),
  ],
  [
    'a forwarder that leaves the envelope as it is',
    {
      ip: '198.51.100.110',
      aligned: 'dkim',
      dkim: [['pass', 'example.org', 'june']],
      spf: ['fail', 'example.org'],
    },
    ...([
      'forwarder likely',
      'DKIM passes for your domain from a foreign address',
      'Leave the address out',
    ] as const),
  ],
  [
    'a forwarder that rewrites the envelope',
    {
      ip: '198.51.100.110',
      aligned: 'dkim',
      dkim: [['pass', 'example.org', 'june']],
      spf: ['pass', 'alumni.test'],
    },
    ...(['forwarder likely', 'somebody carried it on', 'your signature held'] as const),
  ],
  [
    'a forwarder, or a server that SPF lacks',
    {
      ip: '198.51.100.111',
      aligned: 'dkim',
      dkim: [['pass', 'example.org', 'other']],
      spf: ['fail', 'example.org'],
    },
    ...(['forwarder perhaps', 'it may be a server of yours', 'dig -x 198.51.100.111'] as const),
  ],
  [
    'a forwarder, as the receiver knows',
    { ip: '198.51.100.112', spf: ['fail', 'example.org'], reason: { type: 'trusted_forwarder' } },
    ...(['forwarder known', '`trusted_forwarder`', 'No record of yours'] as const),
  ],
  [
    'a list that changes messages',
    {
      ip: '198.51.100.120',
      dkim: [['fail', 'example.org', 'june']],
      spf: ['pass', 'allotment.test'],
    },
    ...(['list likely', 'a mailing list that changed your message', 'Ask its owner'] as const),
  ],
  [
    'a list, as the receiver knows',
    { ip: '198.51.100.121', spf: ['pass', 'allotment.test'], reason: { type: 'mailing_list' } },
    ...(['list known', '`mailing_list`', 'Ask its owner'] as const),
  ],
  [
    'a stranger',
    { ip: '203.0.113.66', spf: ['fail', 'example.org'] },
    ...(['stranger likely', 'Nothing vouches for it', 'p=quarantine'] as const),
  ],
  [
    'who has a bounce address and no more',
    { ip: '203.0.113.67', spf: ['pass', 'odd.test'] },
    ...(['unclear perhaps', 'its bounces go to `odd.test`', 'dig -x 203.0.113.67'] as const),
  ],
  [
    'a signature in your name that passes nowhere',
    { ip: '203.0.113.68', dkim: [['fail', 'example.org', 'x9']], spf: ['fail', 'example.org'] },
    ...(['unclear perhaps', 'a wrong key, or a forged signature', 'Compare the key'] as const),
  ],
]

const named = cases.map((one) => [one[0], one] as const)

test.each(named)('%s', (_, [, given, expected, reason, next, zoneText]) => {
  const records = given.ip === own.ip ? [row(given)] : [row(own), row(given)]
  const read = readReports({
    files: [{ name: 'a.xml', bytes: xml(records) }],
    ...(zoneText !== undefined && { zone: zoneText }),
  })
  const source = read.aggregate?.sources.find(({ addresses }) =>
    addresses.some(({ ip }) => ip === given.ip),
  )
  expect(`${source?.kind} ${source?.certainty}`).toBe(expected)
  expect(source?.reason).toContain(reason)
  expect(source?.next.text + (source?.next.record ?? '')).toContain(next)
  expect(source?.trace.at(-1)?.decided).toBe(expected !== 'stranger likely')
})

test('an include whose record is in the zone as well lets its addresses in', () => {
  const whole = `${zone}$ORIGIN mailout.test.\nspf TXT "v=spf1 ip4:198.51.100.0/28 -all"\n`
  const read = readReports({
    files: [
      {
        name: 'a',
        bytes: xml([row({ ip: '198.51.100.3', aligned: 'spf', spf: ['pass', 'example.org'] })]),
      },
    ],
    zone: whole,
  })
  const [source] = read.aggregate!.sources
  expect([source?.kind, source?.certainty, source?.title]).toEqual([
    'vendor',
    'known',
    'mailout.test',
  ])
  expect(source?.next.text).toContain('other customers')
  expect(read.zone).toContain('but not with `include:spf.rackhouse.test`')
})

test('what is to be published is the whole record, with the address in it', () => {
  const read = readReports({
    files: [
      {
        name: 'a',
        bytes: xml([
          row(own),
          row({ ip: '2001:db8::9', aligned: 'dkim', dkim: [['pass', 'example.org', 'x']] }),
          row({ ip: '192.0.2.9', count: 2 }),
        ]),
      },
    ],
    zone: 'v=spf1 ip4:192.0.2.25 -all',
  })
  const source = read.aggregate?.sources.find(({ certainty }) => certainty === 'perhaps')
  expect(source?.next.record).toBe('v=spf1 ip4:192.0.2.9 ip4:192.0.2.25 -all')
})

test('one SPF record is a zone as well', () => {
  const read = readReports({
    files: [{ name: 'a', bytes: xml([row(own)]) }],
    zone: 'v=spf1 ip4:192.0.2.0/24 -all',
  })
  expect(read.aggregate?.sources[0]?.title).toBe('ip4:192.0.2.0/24')
})
