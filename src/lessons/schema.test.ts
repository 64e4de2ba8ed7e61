import { expect, test } from 'vitest'
import { conditionKinds } from './goals/index.ts'
import { readLesson } from './schema.ts'
import { changed, sampleLesson } from './testing/lesson.ts'

test('a lesson without a fault is read as it is', () =>
  expect(readLesson(sampleLesson)).toEqual({ ok: true, lesson: sampleLesson }))

test('so are the policies of its hosts', () => {
  const policies = {
    greylisting: { delay: 300 },
    rates: { per: 60, messages: 2 },
    tarpit: { after: 2, delay: 5 },
    limits: { recipients: 100 },
    queuesFor: ['example.com'],
    faults: [
      { at: 'greeting', kind: 'closing', times: 1 },
      { at: 'RCPT', about: 'bob', kind: 'slow', seconds: 5 },
      { at: '.', kind: 'drop', until: '2026-06-02T00:00:00Z' },
      { at: 'DATA', kind: 'refuse', code: 451, enhanced: '4.3.0', text: 'Later' },
    ],
  }
  const { smtp } = sampleLesson.world.hosts[1]!
  const lesson = changed(sampleLesson, 'world.hosts.1.smtp', { ...smtp, ...policies })
  expect(readLesson(lesson)).toEqual({ ok: true, lesson })
})

test.each([
  ['title', undefined, '`title` is missing.'],
  ['title', '  ', 'Write something here.'],
  ['titel', 'x', 'There is no key `titel` here.'],
  ['minutes', 'ten', 'Write a number; this is `ten`.'],
  ['minutes', 1.5, 'Write a whole number.'],
  ['minutes', 0, 'Start at 1.'],
  ['slug', 'Speak SMTP', 'Write lowercase letters, digits and hyphens.'],
  ['panels', [], 'Name at least one panel.'],
  [
    'panels.0',
    'console',
    'Write `terminal`, `zone`, `envelope`, `mailbox`, `readers`, `asked`, `published`, `senders`, `mails`, `delivery`, `wire`, `time`, `devices`, `numbers` or `map`; this is `console`.',
  ],
  ['terminal.host', undefined, '`host` is missing.'],
  ['steps', [], 'A lesson has at least one step.'],
  ['steps.0.html', ' ', 'Write something here.'],
  [
    'steps.0.ladder',
    ['Look.', 'Again.'],
    'Write at least 3 hints, from a nudge to the line itself.',
  ],
  ['steps.0.goals', {}, 'Write a list; this is a mapping.'],
  ['steps.0.card', { id: 'c', kind: 'guess' }, /^Write `predict`, .*this is `guess`\.$/],
  ['doing', 80, 'Leave the effect 30 percent at least.'],
  ['variants', [{ id: 'A B', swap: {} }], 'Write lowercase letters, digits and hyphens.'],
  ['steps.0.goals.1.id', 'The End', 'Write lowercase letters, digits and hyphens.'],
  ['steps.0.goals.0.when', undefined, '`when` is missing.'],
  [
    'steps.0.goals.0.when.result',
    'passes',
    /^Write `pass`, `fail`, .* or a list; this is `passes`\.$/,
  ],
  ['steps.0.goals.0.when.resutl', 'pass', 'There is no key `resutl` here.'],
  ['hints.0.when.kind', 'sendr', /^Write .*`time` or `wire`; this is `sendr`\.$/],
  ['world.now', '2026-05-04', 'Write a time in UTC, such as `2026-05-04T09:00:00Z`.'],
  ['world.seed', 'x', 'Write a number; this is `x`.'],
  [
    'world.hosts.0.addresses.0',
    '192.0.2.256',
    'Write an IP address, such as `192.0.2.25` or `2001:db8::25`.',
  ],
  ['world.hosts.0.addresses', [], 'A host has at least one address.'],
  [
    'world.hosts.0.name',
    'Desk.example.net.',
    'Write a domain name in lowercase without a final dot, such as `mx.example.org`.',
  ],
  [
    'world.hosts.1.smtp.relayFrom.0',
    '192.0.2.0/33',
    'Write an address or a network, such as `192.0.2.0/24`.',
  ],
  [
    'world.hosts.1.smtp.personality',
    'exim',
    'Write `teaching`, `postfix` or `exchange`; this is `exim`.',
  ],
  ['world.hosts.1.smtp.greylisting', { delay: -1 }, /^Time goes forward/],
  ['world.hosts.1.smtp.rates', { per: 60, messages: 0 }, 'At least one.'],
  ['world.hosts.1.smtp.tarpit', { after: 2 }, '`delay` is missing.'],
  ['world.hosts.1.smtp.limits', { recipient: 2 }, 'There is no key `recipient` here.'],
  ['world.hosts.1.smtp.queuesFor', ['Example.org'], /^Write a domain name in lowercase/],
  ['world.hosts.1.smtp.faults', [{ at: 'rcpt', kind: 'drop' }], /^Name a verb in uppercase/],
  ['world.hosts.1.smtp.faults', [{ at: 'RCPT', kind: 'sulk' }], /^Write `closing`, .*`sulk`\.$/],
  [
    'world.hosts.1.smtp.faults',
    [{ at: 'RCPT', kind: 'refuse', code: 250, enhanced: '4.2.1', text: 'x' }],
    'A refusal begins with 4 or 5.',
  ],
  ['world.mailboxes.0.token', 'two words', /^Write a token of letters/],
  [
    'world.mailboxes.0.address',
    '<bob@example.org>',
    'Write an address without brackets, such as `bob@example.org`.',
  ],
  ['world.mails.0.rcptTo', [], 'A mail goes to somebody.'],
  ['world.mails.0.intent', 'evil', 'Write `good`, `forged` or `stray`; this is `evil`.'],
  ['world.senders.0.expect', [], 'Name the SPF results that are right.'],
])('%s: %o', (path, value, message) => {
  const reading = readLesson(changed(sampleLesson, path, value))
  const problems = reading.ok ? [] : reading.problems
  expect(problems).toHaveLength(1)
  expect(problems[0]!.path.join('.').startsWith(path)).toBe(true)
  expect(problems[0]!.message).toMatch(message)
})

const within = (condition: unknown) => changed(sampleLesson, 'steps.0.goals.0.when', condition)

test.each([
  [{ kind: 'all', of: [{ kind: 'sender', id: 'own' }] }, 'steps.0.goals.0.when.of.0.result'],
  [{ kind: 'not', of: { kind: 'no-errors', x: 1 } }, 'steps.0.goals.0.when.of.x'],
  [{ kind: 'any', of: [] }, 'steps.0.goals.0.when.of'],
  [{ kind: 'command', code: 99 }, 'steps.0.goals.0.when.code'],
  [{ kind: 'command', verb: '' }, 'steps.0.goals.0.when.verb'],
  [{ kind: 'session', steps: [{ verb: 'MAIL', cod: 250 }] }, 'steps.0.goals.0.when.steps.0.cod'],
])('a condition inside is looked at as well: %o', (condition, path) => {
  const reading = readLesson(within(condition))
  expect(reading.ok ? [] : reading.problems.map(({ path: keys }) => keys.join('.'))).toContain(path)
})

test('every problem is reported, not just the first', () => {
  const reading = readLesson(changed(changed(sampleLesson, 'title', 1), 'steps.0.title', ''))
  expect(reading.ok ? [] : reading.problems.map(({ path }) => path.join('.'))).toEqual([
    'title',
    'steps.0.title',
  ])
})

test.each([[undefined], [null], [[]], ['text'], [{}]])('%o is no lesson, and is reported', (data) =>
  expect(readLesson(data).ok).toBe(false),
)

test('every kind of condition describes itself, once', () => {
  const kinds = conditionKinds.map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
  for (const { about } of conditionKinds) expect(about).toMatch(/^[A-Z].*\.$/)
})
