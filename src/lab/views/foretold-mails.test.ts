import { expect, test } from 'vitest'
import type { Card } from '../../lessons/cards/card.ts'
import { foretoldMails } from './foretold-mails.ts'

const mails = [
  { id: 'reset', rcptTo: ['zoe@example.net'] },
  { id: 'news', rcptTo: ['ann@example.net', 'zoe@example.net'] },
  { id: 'quote', rcptTo: ['bob@example.com'] },
]

const predict = (when: object, about?: readonly string[]): Card => ({
  ...{ id: 'guess', kind: 'predict', ask: 'Where is it?', right: 'here' },
  choices: [
    { id: 'here', text: 'Here', because: 'So.', when: when as { kind: string } },
    { id: 'there', text: 'There', because: 'No.' },
  ],
  ...(about && { about }),
})

const grid: Card = {
  ...{ id: 'table', kind: 'grid', ask: 'What passes?', because: 'So.' },
  columns: [{ id: 'spf', text: 'SPF' }],
  rows: [
    {
      ...{ id: 'own', text: 'Own' },
      cells: {
        spf: { right: 'pass', when: { kind: 'mail', id: 'quote', spf: 'pass' }, because: 'So.' },
      },
    },
  ],
}

const sort: Card = {
  ...{ id: 'whose', kind: 'sort', ask: 'Whose?', because: 'So.', bins: [] },
  items: [{ id: 'a', text: 'A', bin: 'x', because: 'So.', when: { kind: 'mail', id: 'quote' } }],
}

test.each<[string, Card, string[]]>([
  ['by its id', predict({ kind: 'mail', id: 'reset', end: 'inbox' }), ['reset']],
  ['by its signature', predict({ kind: 'signature', mail: 'news', result: 'pass' }), ['news']],
  [
    'inside of another condition',
    predict({ kind: 'all', of: [{ kind: 'not', of: { kind: 'mail', id: 'quote' } }] }),
    ['quote'],
  ],
  ['by its recipient', predict({ kind: 'queue', to: 'zoe@example.net' }), ['reset', 'news']],
  ['by its mailbox', predict({ kind: 'delivered', mailbox: 'bob@example.com' }), ['quote']],
  [
    'by the recipient of its report',
    predict({ kind: 'report', mailbox: 'zoe@example.net', recipient: 'bob@example.com' }),
    ['quote'],
  ],
  ['in a cell', grid, ['quote']],
  ['as its author says', predict({ kind: 'mail', id: 'reset' }, ['quote']), ['quote']],
  ['none, as its author says', predict({ kind: 'mail', id: 'reset' }, []), []],
  ['none: of something else', predict({ kind: 'command', verb: 'RCPT' }), []],
  ['none: no prediction', sort, []],
])('%s', (_, card, ids) => expect([...foretoldMails(card, mails)]).toEqual(ids))
