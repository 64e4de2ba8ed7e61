import { expect, test } from 'vitest'
import { crossCheck } from './cross-check.ts'
import type { Lesson } from './lesson.ts'
import { changed, sampleLesson } from './testing/lesson.ts'

test('a lesson whose parts agree has no problem', () =>
  expect(crossCheck(sampleLesson)).toEqual([]))

const sender = { kind: 'sender', id: 'nobody', result: 'pass' }

test.each([
  ['hints.1.id', 'everybody', 'hints.1.id', '`everybody` is there already: each once.'],
  ['steps.0.goals.1.id', 'own', 'steps.0.goals.1.id', '`own` is there already: each once.'],
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
  ['steps.0.show', { mail: 'reply' }, 'steps.0.show.mail', 'world.yaml has no mail `reply`.'],
  [
    'steps.0.show',
    { document: 'nowhere.test' },
    'steps.0.show.document',
    'No zone and no document is `nowhere.test`.',
  ],
  ['steps.0.opens', 'map', 'steps.0.opens', 'The lesson has no panel `map`.'],
  [
    'world.plan',
    [{ after: 60, send: 'nothing' }],
    'world.plan.0.send',
    'world.yaml has no mail `nothing`.',
  ],
  [
    'world.plan',
    [{ after: 60, down: 'sofa.example.net' }],
    'world.plan.0.down',
    'No host of world.yaml is called `sofa.example.net`.',
  ],
  ['world.mails', [], 'panels.4', 'The panel `mails` has no mails to show.'],
  [
    'steps.0.goals.0.when.id',
    'nobody',
    'steps.0.goals.0.when.id',
    'world.yaml has no sender `nobody`.',
  ],
  [
    'steps.0.goals.0.when',
    { kind: 'not', of: sender },
    'steps.0.goals.0.when.of.id',
    'world.yaml has no sender `nobody`.',
  ],
  [
    'hints.0.when',
    { kind: 'all', of: [sender] },
    'hints.0.when.of.0.id',
    'world.yaml has no sender `nobody`.',
  ],
  [
    'steps.0.goals.0.when',
    { kind: 'mail', id: 'x' },
    'steps.0.goals.0.when.id',
    'world.yaml has no mail `x`.',
  ],
  [
    'steps.0.goals.0.when',
    { kind: 'delivered', mailbox: 'x@example.org' },
    'steps.0.goals.0.when.mailbox',
    'world.yaml has no mailbox `x@example.org`.',
  ],
  [
    'steps.0.goals.0.when',
    { kind: 'device', device: 'fax' },
    'steps.0.goals.0.when.device',
    'world.yaml has no device `fax`.',
  ],
  [
    'world.devices',
    [{ id: 'fax', name: 'Fax', owner: 'x@example.org', host: 'x.example', server: 'x.example' }],
    'world.devices.0.host',
    'No host of world.yaml is called `x.example`.',
  ],
  [
    'world.plan',
    [{ after: 0, device: 'fax', act: { does: 'fetch' } }],
    'world.plan.0.device',
    'world.yaml has no device `fax`.',
  ],
  [
    'world.plan',
    [{ after: 0, device: 'fax', act: { does: 'write-mail', mail: 'x' } }],
    'world.plan.0.device',
    'world.yaml has no device `fax`.',
  ],
  [
    'steps.0.goals.0.when',
    { kind: 'command', host: 'x.example' },
    'steps.0.goals.0.when.host',
    'world.yaml has no host `x.example`.',
  ],
])('%s: %o', (path, value, at, message) => {
  const problems = crossCheck(changed(sampleLesson, path, value) as Lesson)
  expect(problems.map((problem) => [problem.path.join('.'), problem.message])).toContainEqual([
    at,
    message,
  ])
})

const predict = {
  ...{ id: 'guess', kind: 'predict', ask: 'What?', right: 'yes' },
  choices: [
    { id: 'yes', text: 'Yes', because: 'So.', when: { kind: 'no-errors' } },
    { id: 'no', text: 'No', because: 'So.' },
  ],
}

test.each<[string, unknown, string, string]>([
  ['no goal and no card', { goals: [] }, '', 'A step has a goal or a card'],
  [
    'a choice that nothing proves',
    { card: { ...predict, right: 'no' } },
    'card.right',
    'Name a choice that has a `when`, which proves it.',
  ],
  [
    'a choice twice',
    { card: { ...predict, choices: [predict.choices[0], predict.choices[0]] } },
    'card.choices.1.id',
    '`yes` is there already: each once.',
  ],
  [
    'an item that is not there',
    { card: { id: 'c', kind: 'order', items: [{ id: 'a' }], right: ['a', 'b'] } },
    'card.right.1',
    'No item is called `b`.',
  ],
  [
    'an order that is given away',
    {
      card: {
        id: 'c',
        kind: 'order',
        items: [{ id: 'a' }, { id: 'x' }, { id: 'b' }],
        right: ['a', 'b'],
      },
    },
    'card.items',
    'They stand in the right order already: mix them.',
  ],
  [
    'a card after no goal',
    { card: { id: 'c', kind: 'pick', after: 'nothing', from: { kind: 'spf', sender: 'own' } } },
    'card.after',
    'The step has no goal `nothing`.',
  ],
  [
    'a source that is not there',
    { card: { id: 'c', kind: 'pick', from: { kind: 'spf', sender: 'nobody' } } },
    'card.from.id',
    'world.yaml has no sender `nobody`.',
  ],
])('a step with %s', (_, change, at, message) => {
  const step = { ...sampleLesson.steps[0], ...(change as object) }
  const problems = crossCheck(changed(sampleLesson, 'steps.0', step) as Lesson)
  const path = ['steps.0', at].filter(Boolean).join('.')
  expect(problems.map((one) => [one.path.join('.'), one.message])).toContainEqual([
    path,
    expect.stringContaining(message),
  ])
})

test.each([
  ['hints.0.during', ['nowhere'], 'hints.0.during.0', 'No step is called `nowhere`.'],
  ['hints.0.unless', ['nowhere'], 'hints.0.unless.0', 'No step is called `nowhere`.'],
  ['variants', [{ id: 'a', swap: {} }], 'variants.0.swap', 'Swap at least one word.'],
])('%s: %o is reported', (path, value, at, message) =>
  expect(
    crossCheck(changed(sampleLesson, path, value) as Lesson).map((one) => [
      one.path.join('.'),
      one.message,
    ]),
  ).toEqual([[at, message]]),
)

test('a zone that the learner may not fix has no problem', () => {
  const fixed = changed(sampleLesson, 'world.zones.0.editable', false)
  const broken = changed(fixed, 'world.zones.0.text', '@ IN TXT "open\n') as Lesson
  expect(crossCheck(broken).map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^This zone is not editable, but has a fault: /),
  )
})
