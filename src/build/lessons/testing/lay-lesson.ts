import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const zone =
  '$TTL 3600\n@ IN SOA ns hostmaster 1 7200 900 1209600 300\n@ IN NS ns\nns IN A 192.0.2.53\n@ IN TXT "v=spf1 ip4:192.0.2.10 -all"\n'

/** A small lesson that needs no attempts, with its German translation, as files by their names. */
export const translated: Readonly<Record<string, string>> = {
  '../module.yaml': 'title: The journey\n',
  '../module.de.yaml': 'title: Die Reise\n',
  'lesson.md': `---
title: One record
objective: Publish it.
minutes: 5
misconception: Two are better.
panels: [senders]
---

## Publish {#publish}

Bob reads \`v=spf1\` (RFC 7208 §4.5).

***

Bob’s done.

## Debrief

One is enough.

## Notes

Ask first.
`,
  'lesson.de.md': `---
title: Ein Eintrag
objective: Ihn veröffentlichen.
misconception: Zwei sind besser.
---

## Veröffentlichen {#publish}

Bob liest \`v=spf1\` (RFC 7208 §4.5).

***

Bobs Arbeit ist getan.

## Debrief

Einer genügt.

## Notes

Frag zuerst.
`,
  'lesson.yaml': `world:
  seed: 1
  now: 2026-05-04T09:00:00Z
  hosts:
    - { name: desk.example.org, addresses: [192.0.2.7], about: Bob’s desk. }
  mailboxes: []
  mails: []
  senders:
    - { id: own, name: The server, about: It sends., ip: 192.0.2.10, helo: x.example, mailFrom: bob@example.org, expect: [pass] }
steps:
  publish:
    goals:
      - { id: own, text: The server passes \`SPF\`., when: { kind: sender, id: own, result: pass } }
    card:
      id: which
      kind: pick
      ask: Which may stay?
      from: { kind: lines, lines: ['keep it please', 'throw it away'] }
      right: [{ name: keep* }]
      because: It is used.
      wrong: [{ name: throw*, because: It is needed. }]
      otherwise: No.
    ladder: [Look., Look again., 'Write it for Bob, and the shop.']
variants:
  - id: other-name
    swap: { bob: carol, Bob: Carol, shop: yard }
`,
  'lesson.de.yaml': `steps:
  publish:
    goals:
      own: Der Server besteht \`SPF\`.
    card:
      ask: Welche darf bleiben?
      lines:
        - bitte behalten
        - wegwerfen
      because: Sie wird gebraucht.
      wrong:
        - Sie ist nötig.
      otherwise: Nein.
    ladder:
      - Sieh hin.
      - Sieh noch einmal hin.
      - Schreib sie für Bob und den Laden.
world:
  hosts:
    desk.example.org: Bobs Tisch.
  senders:
    own:
      name: Der Server
      about: Er sendet.
variants:
  other-name:
    den Laden: das Lager
`,
  'zones/example.org.zone': zone,
  'solution.txt': '? which: keep it please\n',
}

/**
 * Writes a lesson below a root.
 * @param changes A file takes the place of one of the translated lesson; `undefined` leaves it out.
 * @returns The lesson's folder.
 */
export function layLesson(
  root: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const folder = join(root, 'lessons/01-journey/01-one-record')
  for (const [name, text] of Object.entries({ ...translated, ...changes })) {
    if (text === undefined) continue
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return folder
}

/** A file of the lesson with another text in place of one of its own. */
export function changed(file: string, from: string, to: string): Record<string, string> {
  const text = translated[file] ?? ''
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  return { [file]: text.replace(from, to) }
}
