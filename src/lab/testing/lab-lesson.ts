import type { Lesson } from '../../lessons/lesson.ts'
import { devicesWorld } from '../../world/devices/testing/devices-world.ts'

/** A lesson in the sample world with a terminal, zones, senders and mails, and two goals. */
export const labLesson: Lesson = {
  ...{ slug: 'test', module: { number: 1, slug: 'test', title: 'Test' }, number: 1, title: 'Test' },
  ...{ objective: '', minutes: 1, misconception: '', debrief: '', notes: '' },
  ...{ edition: 1, doing: 55, hints: [], variants: [] },
  panels: ['terminal', 'zone', 'senders', 'mails', 'mailbox'],
  terminal: { host: 'desk.example.net', suggestions: [] },
  world: {
    ...devicesWorld(),
    senders: [
      {
        ...{ id: 'forger', name: 'Forger', about: '', ip: '203.0.113.66', helo: 'forger.example' },
        ...{ mailFrom: 'bob@example.org', expect: ['fail'] },
      },
    ],
  },
  steps: [
    {
      ...{ id: 'all', title: 'All', html: '', after: '', ladder: [] },
      goals: [
        { id: 'clean', text: 'Write zones without errors.', when: { kind: 'no-errors' } },
        {
          id: 'arrived',
          text: 'Send a message to Bob.',
          when: { kind: 'delivered', mailbox: 'bob@example.org' },
        },
      ],
    },
  ],
}
