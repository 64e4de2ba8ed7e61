import { placeholder } from './placeholder.ts'

const zone = (...more: readonly string[]): string =>
  [
    '$TTL 3600',
    '@     IN SOA ns.example.org. hostmaster.example.org. 2026050601 7200 900 1209600 300',
    '@     IN NS  ns',
    '@     IN MX  10 mail',
    'ns    IN A   192.0.2.53',
    'mail  IN A   192.0.2.10',
    ...more,
    '',
  ].join('\n')

const spf = (text: string): string => zone(`@     IN TXT "${text}"`)

const page = (title: string): string => `---
title: ${title}
objective: ${placeholder('State in one line what the learner can do afterwards.')}
minutes: 5
misconception: ${placeholder('State what the learner believes, in the learner’s own words.')}
panels: [zone, senders]
---

${placeholder('Describe what there is to see, and what to try first.')} No host may send for \`example.org\` yet: publish an SPF record that lets your own mail server through, and no other host (RFC 7208 §4.5).

## Debrief

${placeholder('Name the misconception, and the takeaway.')}
`

const world = `seed: 1
now: 2026-05-06T09:00:00Z
editable: [example.org]
hosts:
  - name: mail.example.org
    addresses: [192.0.2.10]
    about: Your own mail server.
mailboxes: []
mails: []
senders:
  - id: own
    name: Your mail server
    about: mail.example.org sends what you write.
    ip: 192.0.2.10
    helo: mail.example.org
    mailFrom: alice@example.org
    expect: [pass]
  - id: stranger
    name: A stranger
    about: Sends in your name from somewhere else.
    ip: 203.0.113.66
    helo: mail.example.org
    mailFrom: alice@example.org
    expect: [fail]
`

const goals = `- id: own
  text: Your mail server passes.
  when: { kind: sender, id: own, result: pass }

- id: stranger
  text: The stranger fails.
  when: { kind: sender, id: stranger, result: fail }
`

const hints = `ladder:
  - ${placeholder('A nudge, where to look.')}
  - ${placeholder('What the right thing is made of.')}
  - 'The answer: \`@ IN TXT "v=spf1 mx -all"\`'

targeted:
  - id: everybody
    when: { kind: sender, id: stranger, result: pass }
    text: 'The stranger passes: the record authorizes every host.'

  - id: no-one
    when: { kind: sender, id: own, result: fail }
    text: Your own server fails. The record has to name it, before its \`-all\`.
`

/** The files of a small lesson that proves itself, by their path in its folder. */
export function lessonFiles(title: string): { path: string; text: string }[] {
  const origin = 'example.org.zone'
  return [
    { path: 'lesson.md', text: page(title) },
    { path: 'world.yaml', text: world },
    { path: 'goals.yaml', text: goals },
    { path: 'hints.yaml', text: hints },
    { path: `zones/${origin}`, text: zone() },
    { path: `solution/${origin}`, text: spf('v=spf1 mx -all') },
    { path: `attempts/everybody/${origin}`, text: spf('v=spf1 mx +all') },
    { path: `attempts/no-one/${origin}`, text: spf('v=spf1 -all') },
  ]
}
