import { sandboxWorld } from '../world/sandbox.ts'
import type { Lesson } from './lesson.ts'

/** Everything there is to try, and no goals. */
export const sandbox: Lesson = {
  slug: 'sandbox',
  module: { number: 0, slug: 'sandbox', title: 'Sandbox' },
  number: 0,
  title: 'The sandbox',
  objective: 'Try anything.',
  minutes: 0,
  misconception: '',
  edition: 1,
  steps: [],
  debrief: '',
  notes: '',
  panels: [
    'terminal',
    'zone',
    'senders',
    'mails',
    'delivery',
    'mailbox',
    'wire',
    'time',
    'map',
    'devices',
  ],
  terminal: {
    host: 'desk.example.org',
    suggestions: [
      'help',
      'hosts',
      'dig example.net MX',
      'nc mx.example.net 25',
      'EHLO desk.example.org',
      'MAIL FROM:<alice@example.org>',
      'RCPT TO:<bob@example.net>',
      'DATA',
      '.',
      'QUIT',
    ],
  },
  doing: 50,
  hints: [],
  variants: [],
  world: sandboxWorld,
}
