import type { Lesson } from '../lesson.ts'

/** A small lesson with nothing wrong in it: a zone to which an SPF record must be added. */
export const sampleLesson: Lesson = {
  slug: 'sample',
  module: { number: 4, slug: 'spf', title: 'SPF' },
  number: 1,
  title: 'A sample',
  objective: 'Name the one server.',
  minutes: 5,
  misconception: 'A record is not needed.',
  edition: 1,
  debrief: '<p>It is.</p>',
  notes: '',
  doing: 55,
  panels: ['terminal', 'zone', 'senders', 'mailbox', 'mails'],
  terminal: { host: 'desk.example.net', suggestions: [] },
  world: {
    seed: 1,
    now: '2026-05-04T09:00:00Z',
    zones: [
      {
        origin: 'example.org',
        editable: true,
        text: '$TTL 3600\n@ IN SOA ns hostmaster 1 7200 900 1209600 300\n@ IN NS ns\nns IN A 192.0.2.53\nmx IN A 192.0.2.25\n@ IN MX 10 mx\n',
      },
    ],
    hosts: [
      { name: 'desk.example.net', addresses: ['198.51.100.7'] },
      {
        name: 'mx.example.org',
        addresses: ['192.0.2.25', '2001:db8::25'],
        smtp: {
          personality: 'teaching',
          domains: ['example.org'],
          relayFrom: ['192.0.2.0/24'],
          maxSize: 100_000,
          authenticates: false,
        },
      },
    ],
    mailboxes: [{ address: 'bob@example.org', name: 'Bob' }],
    mails: [
      {
        id: 'letter',
        title: 'A message',
        host: 'desk.example.net',
        mailFrom: 'alice@example.net',
        rcptTo: ['bob@example.org'],
        headers: [['Subject', 'Hello']],
        body: 'Hello\n',
        intent: 'good',
      },
    ],
    senders: [
      {
        id: 'own',
        name: 'Own',
        about: 'The server.',
        ip: '192.0.2.25',
        helo: 'mx.example.org',
        mailFrom: 'bob@example.org',
        expect: ['pass'],
      },
      {
        id: 'spoofer',
        name: 'Spoofer',
        about: 'Somebody.',
        ip: '203.0.113.66',
        helo: 'mx.example.org',
        mailFrom: 'bob@example.org',
        expect: ['fail'],
      },
    ],
  },
  steps: [
    {
      id: 'name-it',
      title: 'Name the server',
      html: '<p>Add a record.</p>',
      after: '',
      goals: [
        {
          id: 'own',
          text: 'The server passes.',
          when: { kind: 'sender', id: 'own', result: 'pass' },
        },
        {
          id: 'spoofer',
          text: 'The spoofer fails.',
          when: { kind: 'sender', id: 'spoofer', result: 'fail' },
        },
      ],
      ladder: ['Look.', 'Look again.', 'Add a record.'],
    },
  ],
  hints: [
    {
      id: 'everybody',
      text: 'Everybody passes.',
      when: { kind: 'sender', id: 'spoofer', result: 'pass' },
      answers: [],
    },
    {
      id: 'no-end',
      text: 'Say no at the end.',
      when: { kind: 'sender', id: 'spoofer', result: 'neutral' },
      answers: [],
    },
  ],
  variants: [],
}

/**
 * A copy in which the value at a path is another; `undefined` takes it out.
 * @param path Keys joined with points: `goals.0.when.result`.
 */
export function changed(lesson: unknown, path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(lesson))
  const keys = path.split('.')
  const last = keys.pop()!
  const holder = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy)
  if (value === undefined) Reflect.deleteProperty(holder as object, last)
  else (holder as Record<string, unknown>)[last] = value
  return copy
}
