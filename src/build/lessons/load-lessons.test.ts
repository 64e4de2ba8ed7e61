import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadLessonFolder, loadLessons } from './load-lessons.ts'

const zone =
  '$TTL 3600\n@ IN SOA ns hostmaster 1 7200 900 1209600 300\n@ IN NS ns\nns IN A 192.0.2.53\n'

const sender = (id: string, ip: string, expected: string) =>
  `  - { id: ${id}, name: ${id}, about: x, ip: ${ip}, helo: x.example, mailFrom: a@example.org, expect: [${expected}] }\n`

/** A lesson with nothing wrong in it, as its files. */
const sound: Readonly<Record<string, string>> = {
  '../module.yaml': 'title: SPF\n',
  'lesson.md':
    '---\ntitle: One record\nobjective: Publish it.\nminutes: 5\nmisconception: Two are better.\npanels: [zone, senders]\n---\n\nRead RFC 7208 §4.5.\n\n## Debrief\n\nOne is enough.\n',
  'world.yaml': `seed: 1\nnow: 2026-05-04T09:00:00Z\neditable: [example.org]\nhosts: []\nmailboxes: []\nmails: []\nsenders:\n${sender('own', '192.0.2.10', 'pass')}${sender('spoofer', '203.0.113.66', 'fail')}`,
  'zones/example.org.zone': zone,
  'goals.yaml':
    '- id: own\n  text: The server passes.\n  when: { kind: sender, id: own, result: pass }\n- id: spoofer\n  text: The spoofer fails.\n  when:\n    kind: sender\n    id: spoofer\n    result: fail\n',
  'hints.yaml':
    'ladder: [Look., Look again., Write it.]\ntargeted:\n  - { id: everybody, text: All pass., when: { kind: sender, id: spoofer, result: pass } }\n  - { id: no-end, text: Say no., when: { kind: sender, id: spoofer, result: neutral } }\n',
  'solution/example.org.zone': `${zone}@ IN TXT "v=spf1 ip4:192.0.2.10 -all"\n`,
  'attempts/everybody/example.org.zone': `${zone}@ IN TXT "v=spf1 +all"\n`,
  'attempts/no-end/example.org.zone': `${zone}@ IN TXT "v=spf1 ip4:192.0.2.10"\n`,
}

let root = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lessons-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Writes a lesson; a file of `changes` replaces one of the sound lesson, `undefined` leaves it out. */
function lay(folder: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const path = join(root, 'lessons', folder)
  for (const [name, text] of Object.entries({ ...sound, ...changes }))
    if (text !== undefined) write(join(path, name), text)
  return path
}

const swap = (file: string, from: string, to: string) => {
  if (!sound[file]!.includes(from)) throw new Error(`${file} does not hold ${from}`)
  return { [file]: sound[file]!.replace(from, to) }
}

test('a folder becomes a lesson, with its solution and attempts', async () => {
  const { lesson, solution, attempts } = await loadLessonFolder(lay('04-spf/01-one-record'))
  expect(lesson).toMatchObject({
    slug: 'one-record',
    number: 1,
    module: { number: 4, slug: 'spf', title: 'SPF' },
    title: 'One record',
    debrief: '<p>One is enough.</p>',
    world: { zones: [{ origin: 'example.org', editable: true, text: zone }] },
  })
  expect(lesson.html).toBe(
    '<p>Read <a href="https://www.rfc-editor.org/rfc/rfc7208.html#section-4.5" rel="external noopener">RFC 7208 §4.5</a>.</p>',
  )
  expect(solution.zones['example.org']).toContain('-all')
  expect(attempts.map(({ hint }) => hint).toSorted()).toEqual(['everybody', 'no-end'])
})

test('lessons are sorted by module and number', async () => {
  lay('04-spf/02-b')
  lay('04-spf/10-c')
  lay('01-journey/03-a')
  expect((await loadLessons(root)).map(({ slug }) => slug)).toEqual(['a', 'b', 'c'])
})

test('a project without lessons has none', async () => expect(await loadLessons(root)).toEqual([]))

const here = 'lessons/04-spf/01-x'

describe('a fault names its file, line and key:', () => {
  test.each([
    [
      'a missing file',
      { 'goals.yaml': undefined },
      `${here}/goals.yaml: A lesson needs this file.`,
    ],
    [
      'a module without a title',
      { '../module.yaml': 'titel: SPF\n' },
      'lessons/04-spf/module.yaml:1 (title): Write a text.',
    ],
    ['no front matter', { 'lesson.md': 'Hello' }, `${here}/lesson.md:1: Start with a front matter`],
    [
      'a value in the front matter',
      swap('lesson.md', 'minutes: 5', 'minutes: soon'),
      `${here}/lesson.md:4 (minutes): Write a number; this is \`soon\`.`,
    ],
    [
      'a key that is not there',
      swap('lesson.md', 'objective: Publish it.\n', ''),
      `${here}/lesson.md:2 (objective): \`objective\` is missing.`,
    ],
    [
      'no debrief',
      swap('lesson.md', '## Debrief', '## The end'),
      `${here}/lesson.md (debrief): Write something here. It stands under a heading`,
    ],
    [
      'broken YAML',
      { 'goals.yaml': '- id: [own\n' },
      new RegExp(`^${here}/goals.yaml:\\d: This is no YAML: `),
    ],
    [
      'a parameter of a goal',
      swap('goals.yaml', 'result: fail', 'result: fails'),
      `${here}/goals.yaml:9 (1.when.result): Write `,
    ],
    [
      'a sender that is not there',
      swap('goals.yaml', 'id: spoofer\n    result', 'id: forger\n    result'),
      `${here}/goals.yaml:8 (1.when.id): world.yaml has no sender \`forger\`.`,
    ],
    [
      'an address of the world',
      swap('world.yaml', '203.0.113.66', '203.0.113'),
      `${here}/world.yaml:9 (senders.1.ip): Write an IP address`,
    ],
    [
      'an editable zone that is not there',
      swap('world.yaml', 'editable: [example.org]', 'editable: [example.com]'),
      `${here}/world.yaml:3 (editable): There is no file \`zones/example.com.zone\`.`,
    ],
    [
      'a short ladder',
      swap('hints.yaml', 'Look., Look again., Write it.', 'Look.'),
      `${here}/hints.yaml:1 (ladder): Write at least 3 hints`,
    ],
    [
      'another key beside the hints',
      { 'hints.yaml': `${sound['hints.yaml']}hint: x\n` },
      `${here}/hints.yaml:5 (hint): Here stand`,
    ],
    [
      'a hint of the same name',
      swap('hints.yaml', 'id: no-end', 'id: everybody'),
      `${here}/hints.yaml:4 (targeted.1.id): \`everybody\` is there already`,
    ],
    [
      'no solution',
      { 'solution/example.org.zone': undefined },
      `${here}/solution/: A lesson needs its solution.`,
    ],
    [
      'a solution for a zone that is not editable',
      { 'solution/example.net.zone': zone },
      `${here}/solution/example.net.zone: \`example.net\` is no editable zone here.`,
    ],
    [
      'a hint without its attempt',
      { 'attempts/no-end/example.org.zone': undefined },
      `${here}/attempts: The targeted hint \`no-end\` has no attempt that earns it.`,
    ],
    [
      'an attempt without its hint',
      { 'attempts/no-dot.txt': '$ nc\n' },
      `${here}/attempts/no-dot: No targeted hint has this name.`,
    ],
    [
      'a transcript without a speaker',
      { 'solution.txt': '$ nc\nEHLO\n' },
      `${here}/solution.txt:2: Start the line with`,
    ],
  ])('%s', async (_, changes, message) => {
    await expect(loadLessonFolder(lay('04-spf/01-x', changes))).rejects.toThrow(message)
  })

  test('two lessons of one name', async () => {
    lay('01-journey/01-x')
    lay('04-spf/01-x')
    await expect(loadLessons(root)).rejects.toThrow(
      /01-x: Two lessons are called `x`; the name is part of the address\.$/,
    )
  })

  test('every lesson at once', async () => {
    lay('04-spf/01-x', { 'goals.yaml': undefined })
    lay('04-spf/02-y', { 'world.yaml': undefined })
    await expect(loadLessons(root)).rejects.toThrow(/01-x\/goals\.yaml.*\n.*02-y\/world\.yaml/)
  })
})
