import type { WorldSpec } from './spec.ts'

/**
 * A small Internet for tests and examples: example.org, which authenticates what it receives,
 * example.net, whose desk sends, and a forger. Nothing in it is wrong.
 */
export const sampleWorld: WorldSpec = {
  seed: 1,
  now: '2026-06-01T08:00:00Z',
  zones: [
    {
      origin: 'example.org',
      editable: true,
      text: [
        '$TTL 3600',
        '@ IN SOA ns.example.org. hostmaster.example.org. 1 7200 900 1209600 300',
        '@ NS ns',
        'ns A 192.0.2.53',
        '@ MX 10 mx',
        'mx A 192.0.2.25',
        '@ TXT "v=spf1 ip4:192.0.2.25 -all"',
        '_dmarc TXT "v=DMARC1; p=reject"',
        '',
      ].join('\n'),
    },
    {
      origin: 'example.net',
      editable: true,
      text: [
        '$TTL 3600',
        '@ IN SOA ns.example.net. hostmaster.example.net. 1 7200 900 1209600 300',
        '@ NS ns',
        'ns A 198.51.100.53',
        '@ MX 10 mx',
        'mx A 198.51.100.25',
        '@ TXT "v=spf1 ip4:198.51.100.25 -all"',
        '_dmarc TXT "v=DMARC1; p=reject"',
        '',
      ].join('\n'),
    },
  ],
  hosts: [
    {
      name: 'mx.example.org',
      addresses: ['192.0.2.25'],
      smtp: {
        personality: 'teaching',
        domains: ['example.org'],
        relayFrom: ['192.0.2.0/24'],
        maxSize: 10_485_760,
        authenticates: true,
        distrusts: ['203.0.113.66'],
      },
    },
    {
      name: 'mx.example.net',
      addresses: ['198.51.100.25'],
      smtp: {
        personality: 'postfix',
        domains: ['example.net'],
        relayFrom: [],
        maxSize: 10_485_760,
        authenticates: true,
      },
    },
    { name: 'desk.example.org', addresses: ['192.0.2.7'] },
    { name: 'forger.example', addresses: ['203.0.113.66'] },
  ],
  mailboxes: [
    { address: 'bob@example.org', name: 'Bob' },
    { address: 'alice@example.net', name: 'Alice' },
  ],
  mails: [
    {
      id: 'letter',
      title: 'Alice writes to Bob',
      host: 'mx.example.net',
      mailFrom: 'alice@example.net',
      rcptTo: ['bob@example.org'],
      headers: [
        ['From', 'Alice <alice@example.net>'],
        ['To', 'Bob <bob@example.org>'],
        ['Subject', 'Hello'],
      ],
      body: 'Dear Bob,\n.\nYours, Alice\n',
      intent: 'good',
    },
    {
      id: 'forgery',
      title: 'Somebody writes as Alice',
      host: 'forger.example',
      mailFrom: 'alice@example.net',
      rcptTo: ['bob@example.org'],
      headers: [
        ['From', 'Alice <alice@example.net>'],
        ['To', 'Bob <bob@example.org>'],
        ['Subject', 'Please pay'],
      ],
      body: 'The account has changed.\n',
      intent: 'forged',
    },
    {
      id: 'relayed',
      title: 'Bob answers through his own server',
      host: 'desk.example.org',
      mailFrom: 'bob@example.org',
      rcptTo: ['nobody@example.com'],
      headers: [
        ['From', 'Bob <bob@example.org>'],
        ['To', 'nobody@example.com'],
      ],
      body: 'Hello?\n',
      intent: 'good',
    },
  ],
  senders: [],
}
