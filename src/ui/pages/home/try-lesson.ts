import type { Lesson } from '../../../lab/types.ts'

/** The small world behind the line on the home page: one server, and a connection to it. */
export const tryLesson: Lesson = {
  ...{ slug: 'try', module: { number: 0, slug: 'home', title: '' }, number: 0, title: '' },
  ...{ objective: '', minutes: 0, misconception: '', debrief: '', notes: '' },
  ...{ edition: 1, doing: 50, steps: [], hints: [], variants: [], panels: ['terminal'] },
  terminal: { host: 'desk.example.org', suggestions: [], run: 'nc mx.example.net 25' },
  world: {
    ...{ seed: 1, now: '2026-06-01T08:00:00Z', mails: [], senders: [] },
    zones: [
      {
        origin: 'example.net',
        editable: false,
        text: '$TTL 3600\n@ SOA ns hostmaster 1 7200 900 1209600 300\n@ NS ns\nns A 198.51.100.53\nmx A 198.51.100.25\n@ MX 10 mx\n',
      },
    ],
    hosts: [
      { name: 'desk.example.org', addresses: ['192.0.2.7'] },
      {
        name: 'mx.example.net',
        addresses: ['198.51.100.25'],
        smtp: {
          ...{ personality: 'teaching', domains: ['example.net'], relayFrom: [] },
          ...{ maxSize: 1_048_576, authenticates: false },
        },
      },
    ],
    mailboxes: [{ address: 'bob@example.net' }],
  },
}
