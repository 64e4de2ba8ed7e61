import { expect, test } from 'vitest'
import { crossCheck } from './cross-check.ts'
import type { Lesson } from './lesson.ts'
import { changed, sampleLesson } from './testing/lesson.ts'

test('a lesson whose parts agree has no problem', () =>
  expect(crossCheck(sampleLesson)).toEqual([]))

const sender = { kind: 'sender', id: 'nobody', result: 'pass' }

test.each([
  ['hints.1.id', 'everybody', 'hints.1.id', '`everybody` is there already: each once.'],
  ['goals.1.id', 'own', 'goals.1.id', '`own` is there already: each once.'],
  ['world.senders.1.id', 'own', 'world.senders.1.id', '`own` is there already: each once.'],
  [
    'terminal.host',
    'sofa.example.net',
    'terminal.host',
    'No host of world.yaml is called `sofa.example.net`.',
  ],
  [
    'terminal',
    undefined,
    'terminal',
    'A `terminal` panel needs `terminal: { host, suggestions }`.',
  ],
  [
    'world.mailboxes.0.address',
    'bob@example.com',
    'world.mailboxes.0.address',
    'No host has `example.com` among its `smtp.domains`, so this mailbox stands nowhere.',
  ],
  [
    'world.mails.0.host',
    'sofa.example.net',
    'world.mails.0.host',
    'No host of world.yaml is called `sofa.example.net`.',
  ],
  ['world.mails', [], 'panels.4', 'The panel `mails` has no mails to show.'],
  ['goals.0.when.id', 'nobody', 'goals.0.when.id', 'world.yaml has no sender `nobody`.'],
  [
    'goals.0.when',
    { kind: 'not', of: sender },
    'goals.0.when.of.id',
    'world.yaml has no sender `nobody`.',
  ],
  [
    'hints.0.when',
    { kind: 'all', of: [sender] },
    'hints.0.when.of.0.id',
    'world.yaml has no sender `nobody`.',
  ],
  ['goals.0.when', { kind: 'mail', id: 'x' }, 'goals.0.when.id', 'world.yaml has no mail `x`.'],
  [
    'goals.0.when',
    { kind: 'delivered', mailbox: 'x@example.org' },
    'goals.0.when.mailbox',
    'world.yaml has no mailbox `x@example.org`.',
  ],
  [
    'goals.0.when',
    { kind: 'command', host: 'x.example' },
    'goals.0.when.host',
    'world.yaml has no host `x.example`.',
  ],
])('%s: %o', (path, value, at, message) => {
  const problems = crossCheck(changed(sampleLesson, path, value) as Lesson)
  expect(problems.map((problem) => [problem.path.join('.'), problem.message])).toContainEqual([
    at,
    message,
  ])
})

test('a zone that the learner may not fix has no problem', () => {
  const fixed = changed(sampleLesson, 'world.zones.0.editable', false)
  const broken = changed(fixed, 'world.zones.0.text', '@ IN TXT "open\n') as Lesson
  expect(crossCheck(broken).map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^This zone is not editable, but has a fault: /),
  )
})
