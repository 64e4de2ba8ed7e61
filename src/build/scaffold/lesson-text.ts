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
# Slugs of lessons that teach what this one uses.
needs: []
---

## Name your server {#name-it}

${placeholder('Describe the problem, and what to try first.')} No host may send for \`example.org\` yet: publish an SPF record that lets your own mail server, 192.0.2.10, through, and no other host.

***

${placeholder('Explain what was seen, with its section.')} A receiver compares the caller with your list (RFC 7208 §4.6.2).

## Debrief

### ${placeholder('Ask for what the lesson was about.')}

${placeholder('Name the misconception, and the takeaway.')}
`

const data = `# yaml-language-server: $schema=../../../docs/schema/lesson.json
# A step may have a card: predict, grid, order, sort, pick or mark (docs/cards.md). Conditions: docs/conditions.md.
world:
  seed: 1
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

steps:
  name-it:
    goals:
      - id: own
        text: Your mail server passes.
        when: { kind: sender, id: own, result: pass }
      - id: stranger
        text: The stranger fails.
        when: { kind: sender, id: stranger, result: fail }
      - id: clean
        text: The zone has no errors.
        when: { kind: no-errors }
    ladder:
      - ${placeholder('A nudge, where to look.')}
      - ${placeholder('What the right thing is made of.')}
      - 'The answer: \`@ IN TXT "v=spf1 ip4:192.0.2.10 -all"\`'

# Of each hint: which small mistakes it answers. \`npm run prove:mutants\` makes them, and shows what is said.
hints:
  - id: two-records
    answers: [two-records]
    when: { kind: dns, name: example.org, type: TXT, starts: v=spf1, atLeast: 2 }
    text: Two SPF records stand there, and so neither counts. Make one of them.

  - id: elsewhere
    answers: [wrong-owner, owner-doubled, owner-missing]
    when: &stray { kind: stray-record, zone: example.org, name: example.org, starts: v=spf1 }
    text: The record stands at another name. Receivers ask at \`example.org\`, which this zone writes \`@\`.

  - id: everybody
    answers: [all-plus]
    when: { kind: sender, id: stranger, result: pass, by: all }
    text: The stranger passes, as the record says yes to the whole world. Look at its last word.

  - id: too-wide
    answers: [wide-range]
    when: { kind: sender, id: stranger, result: pass, by: term }
    text: The stranger passes, as a range of yours holds all addresses. Name your server alone.

  - id: half-a-no
    answers: [all-soft, all-neutral]
    when: { kind: sender, id: stranger, result: [softfail, neutral], by: all }
    text: The last word is half a no. Say a whole one.

  - id: no-end
    answers: [no-all]
    when: { kind: sender, id: stranger, result: neutral, by: nothing }
    text: The record says nothing of all others. End it with a no for everybody.

  - id: sign-in-front
    answers: [sender-refused, sender-halfhearted]
    when: { kind: sender, id: own, result: [fail, softfail, neutral], by: term }
    text: A sign in front of your server says no to it, or “perhaps”.

  - id: no-one
    answers: [address-missing, ip-typo]
    when:
      kind: all
      of:
        - { kind: sender, id: own, result: fail, by: all }
        - { kind: sender, id: stranger, result: fail, by: all }
        - { kind: no-errors }
        - { kind: diagnostic, code: [spf/terms-after-all, spf/mechanism-equals], present: 'no' }
    text: Your own server fails. The record has to name it, before its \`-all\`; compare digit by digit.
`

const attempts: Readonly<Record<string, string>> = {
  everybody: 'v=spf1 ip4:192.0.2.10 +all',
  'too-wide': 'v=spf1 ip4:192.0.2.10/0 -all',
  'half-a-no': 'v=spf1 ip4:192.0.2.10 ~all',
  'no-end': 'v=spf1 ip4:192.0.2.10',
  'sign-in-front': 'v=spf1 -ip4:192.0.2.10 -all',
  'no-one': 'v=spf1 -all',
}

/** The files of a small lesson that proves itself, by their path in its folder. */
export function lessonFiles(title: string): { path: string; text: string }[] {
  const origin = 'example.org.zone'
  const right = 'v=spf1 ip4:192.0.2.10 -all'
  const other = (name: string, text: string) => ({ path: `attempts/${name}/${origin}`, text })
  return [
    { path: 'lesson.md', text: page(title) },
    { path: 'lesson.yaml', text: data },
    { path: `zones/${origin}`, text: zone() },
    { path: `solution/${origin}`, text: spf(right) },
    other('two-records', zone(`@     IN TXT "${right}"`, '@     IN TXT "v=spf1 mx -all"')),
    other('elsewhere', zone(`_spf  IN TXT "${right}"`)),
    ...Object.entries(attempts).map(([name, text]) => other(name, spf(text))),
  ]
}
