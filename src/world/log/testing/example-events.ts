import { latin1 } from '../../../core/bytes.ts'
import type { EventOf, WorldEvent } from '../../events/index.ts'

/** At least one event of each kind: a new kind does not compile without one. */
export const exampleEvents: {
  readonly [Type in WorldEvent['type']]: readonly [EventOf<Type>, ...EventOf<Type>[]]
} = {
  opened: [
    {
      ...{ at: 0, type: 'opened', connection: 1, port: 25, relays: 7 },
      ...{ from: 'desk.example.org', fromAddress: '192.0.2.7' },
      ...{ to: 'mail.example.org', toAddress: '192.0.2.25' },
    },
  ],
  refused: [
    {
      ...{ at: 0, type: 'refused', from: 'desk.example.org', to: '192.0.2.99', port: 25 },
      reason: 'unreachable',
    },
    {
      ...{ at: 0, type: 'refused', from: 'desk.example.org', to: '192.0.2.25', port: 8080 },
      reason: 'refused',
    },
  ],
  dns: [
    {
      ...{ at: 0, type: 'dns', by: 'mail.example.org' },
      question: { ask: 'dns', name: 'example.net', type: 'MX' },
      answer: {
        status: 'ok',
        records: [
          { name: 'example.net', ttl: 60, type: 'MX', preference: 10, exchange: 'mx.example.net' },
          { name: 'example.net', ttl: 60, type: 'TYPE65280', fields: ['\\#', '0'] },
        ],
      },
    },
    {
      ...{ at: 0, type: 'dns', by: 'mail.example.org' },
      question: { ask: 'dns', name: '', type: 'A' },
      answer: { status: 'nxdomain', records: [] },
    },
  ],
  command: [
    {
      ...{ at: 0, type: 'command', protocol: 'smtp', connection: 1 },
      ...{ verb: 'MAIL', argument: 'FROM:a@b', code: 501, enhanced: '5.1.7', text: 'No\nbrackets' },
      problem: { span: { from: 5, to: 8 }, message: 'Angle brackets are missing' },
    },
    {
      ...{ at: 0, type: 'command', protocol: 'lmtp', connection: 1 },
      ...{ verb: '.', argument: '', code: 250, text: 'OK' },
    },
    {
      ...{ at: 0, type: 'command', protocol: 'imap', connection: 1, tag: '*' },
      ...{ verb: '', argument: '', status: 'OK', responseCode: 'CAPABILITY IMAP4rev1', text: 'Hi' },
    },
    {
      ...{ at: 0, type: 'command', protocol: 'pop3', connection: 1 },
      ...{ verb: 'AUTH', argument: 'PLAIN', status: '-ERR', text: 'no', explanation: 'Unknown' },
    },
  ],
  wire: [
    {
      ...{ at: 0, type: 'wire', connection: 1, from: 'client', bytes: latin1('NOOP\xff\r\n') },
      tls: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
    },
    { at: 0, type: 'wire', connection: 1, from: 'server', bytes: latin1('') },
  ],
  secured: [{ at: 0, type: 'secured', connection: 1, tls: { version: 'TLSv1.3', cipher: 'x' } }],
  closed: [{ at: 0, type: 'closed', connection: 1 }],
  delivered: [
    {
      ...{ at: 0, type: 'delivered', mailbox: 'bob@example.net' },
      message: {
        ...{ id: 'a1', at: 0, folder: 'junk', reason: 'DMARC failed.' },
        envelope: { from: '', to: ['bob@example.net'], helo: 'mx.example.net', ip: '192.0.2.1' },
        bytes: latin1('Subject: caf\xe9\r\n\r\n'),
      },
    },
  ],
  queued: [
    {
      ...{ at: 0, type: 'queued', host: 'mail.example.org', queueId: 'a1', connection: 1 },
      ...{ from: 'alice@example.org', to: ['bob@example.net', 'carol@example.net'] },
    },
    {
      ...{ at: 0, type: 'queued', host: 'mail.example.org', queueId: 'b2', about: 'a1' },
      ...{ from: '', to: ['alice@example.org'] },
    },
  ],
  expanded: [
    {
      ...{ at: 0, type: 'expanded', host: 'mx.alumni.test', queueId: 'a1', connection: 1 },
      ...{ address: 'bob@alumni.test', as: 'alias', to: ['bob@example.net'] },
      from: { before: 'a@example.org', after: 'SRS0=x=y=example.org=a@alumni.test' },
      changes: ['footer'],
    },
    {
      ...{ at: 0, type: 'expanded', host: 'mx.club.test', queueId: 'a1', as: 'list' },
      ...{ address: 'club@club.test', to: [], from: { before: '', after: '' }, changes: [] },
    },
  ],
  decided: [
    {
      ...{ at: 0, type: 'decided', host: 'mx.example.net', connection: 1, policy: 'spf' },
      setting: 'smtp.filters',
      ...{ action: 'refused', subject: 'a@example.org', reason: 'No term matches.' },
      source: { rfc: 7208, section: '8.4' },
    },
    {
      ...{ at: 0, type: 'decided', host: 'mx.example.net', queueId: 'a1', policy: 'vacation' },
      setting: 'mailboxes',
      ...{ action: 'dropped', subject: '', reason: 'It is not answered.' },
    },
  ],
  rejected: [{ at: 0, type: 'rejected', connection: 1, code: 554, text: 'Too many hops\nIt ends' }],
  deferred: [
    {
      ...{ at: 1_000, type: 'deferred', host: 'mail.example.org', queueId: 'a1' },
      ...{ recipient: 'bob@example.net', reason: '450 later', nextTry: 901_000 },
    },
  ],
  undeliverable: [
    {
      ...{ at: 0, type: 'undeliverable', host: 'mail.example.org', queueId: 'a1' },
      ...{ recipient: 'x@example.com', reason: 'No MX.' },
    },
  ],
  reported: [
    {
      ...{ at: 0, type: 'reported', host: 'mail.example.org', queueId: 'a1' },
      to: 'alice@example.org',
      about: [
        { recipient: 'bob@example.net', action: 'failed', status: '5.1.1' },
        { recipient: 'carol@example.net', action: 'relayed', status: '2.1.9' },
      ],
    },
  ],
  intercepted: [
    {
      ...{ at: 0, type: 'intercepted', does: 'listen', connection: 1 },
      ...{ from: 'mail.example.org', to: 'mx.example.net', what: '12 octets were read.' },
    },
  ],
  fetched: [
    {
      ...{ at: 0, type: 'fetched', by: 'mx.example.net', method: 'GET', host: 'web.example.org' },
      ...{ url: 'https://mta-sts.example.org/.well-known/mta-sts.txt', status: 200, queueId: 'a1' },
    },
    {
      ...{ at: 0, type: 'fetched', by: 'mx.example.net', method: 'POST' },
      ...{ url: 'https://club.test/leave', failure: 'name', reason: 'It has no address.' },
    },
    {
      ...{ at: 0, type: 'fetched', by: 'mx.example.net', method: 'GET', host: 'web.example.org' },
      ...{ url: 'https://web.example.org/logo.svg', status: 200, judges: 4 },
    },
  ],
  device: [
    {
      ...{ at: 0, type: 'device', device: 'phone', name: 'Bob’s phone', connection: 4 },
      ...{ does: 'fetched', by: 'imap', count: 2 },
    },
    {
      ...{ at: 0, type: 'device', device: 'laptop', name: 'Alice’s laptop', connection: 5 },
      ...{ does: 'deleted', subject: 'Pears', because: 'fetched' },
    },
    {
      ...{ at: 0, type: 'device', device: 'phone', name: 'Bob’s phone' },
      ...{ does: 'waits', subject: '', reason: 'There is no network.', again: true },
    },
  ],
  planned: [
    { at: 0, type: 'planned', what: 'file', host: 'web.example.org', path: '/a.txt' },
    { at: 0, type: 'planned', what: 'published', origin: 'example.org' },
    { at: 0, type: 'planned', what: 'down', host: 'mx.example.net' },
    { at: 0, type: 'planned', what: 'up', host: 'mx.example.net' },
  ],
}

export const examplesOf = (type: WorldEvent['type']): readonly WorldEvent[] => exampleEvents[type]
