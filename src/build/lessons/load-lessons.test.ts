import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadLessonFolder, loadLessons } from './load-lessons.ts'

const zone =
  '$TTL 3600\n@ IN SOA ns hostmaster 1 7200 900 1209600 300\n@ IN NS ns\nns IN A 192.0.2.53\n'

const sender = (id: string, ip: string, expected: string) =>
  `    - { id: ${id}, name: ${id}, about: x, ip: ${ip}, helo: x.example, mailFrom: a@example.org, expect: [${expected}] }\n`

const hint = (id: string, result: string) =>
  `  - { id: ${id}, answers: [no-all], text: No., when: { kind: sender, id: spoofer, result: ${result} } }\n`

/** A lesson with nothing wrong in it, as its files. */
const sound: Readonly<Record<string, string>> = {
  '../module.yaml': 'title: SPF\n',
  'lesson.md':
    '---\ntitle: One record\nobjective: Publish it.\nminutes: 5\nmisconception: Two are better.\npanels: [zone, senders]\n---\n\n## Publish {#publish}\n\nRead RFC 7208 §4.5.\n\n***\n\nWell done.\n\n## Debrief\n\nOne is enough.\n',
  'lesson.yaml': `world:\n  seed: 1\n  now: 2026-05-04T09:00:00Z\n  editable: [example.org]\n  hosts: []\n  mailboxes: []\n  mails: []\n  senders:\n${sender('own', '192.0.2.10', 'pass')}${sender('spoofer', '203.0.113.66', 'fail')}steps:\n  publish:\n    goals:\n      - id: own\n        text: The server passes.\n        when: { kind: sender, id: own, result: pass }\n      - id: spoofer\n        text: The spoofer fails.\n        when:\n          kind: sender\n          id: spoofer\n          result: fail\n    ladder: [Look., Look again., Write it.]\nhints:\n${hint('everybody', 'pass')}${hint('no-end', 'neutral')}`,
  'zones/example.org.zone': zone,
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
  expect(lesson.steps[0]).toMatchObject({ id: 'publish', after: '<p>Well done.</p>' })
  expect(lesson.steps[0]!.html).toBe(
    '<p>Read <a href="https://www.rfc-editor.org/rfc/rfc7208.html#section-4.5" rel="external noopener">RFC 7208 §4.5</a>.</p>',
  )
  expect(solution).toEqual([
    { kind: 'edit', zone: 'example.org', text: sound['solution/example.org.zone'] },
  ])
  expect(attempts.map(({ hint }) => hint).toSorted()).toEqual(['everybody', 'no-end'])
})

test('a play goes halfway, and other ways have names', async () => {
  const halfway = sound['attempts/no-end/example.org.zone']!
  const { solution, alternatives } = await loadLessonFolder(
    lay('04-spf/01-x', {
      'solution.txt': '# Step by step\nZ: example.org halfway\nZ: example.org\n',
      'solution/halfway/example.org.zone': halfway,
      'solution-at-once/example.org.zone': sound['solution/example.org.zone'],
    }),
  )
  const edit = (text: string) => ({ kind: 'edit', zone: 'example.org', text })
  const whole = edit(sound['solution/example.org.zone']!)
  expect(solution).toEqual([edit(halfway), whole])
  expect(alternatives).toEqual({ 'at-once': [whole] })
})

describe('settings of hosts', () => {
  const host =
    '  hosts:\n    - { name: mx.example.org, addresses: [192.0.2.10], smtp: { personality: teaching, domains: [example.org], relayFrom: [0.0.0.0/0], maxSize: 1024, authenticates: true } }\n'
  const withHost = (goal = 'value: [192.0.2.7]') =>
    sound['lesson.yaml']!.replace('[example.org]', '[example.org, mx.example.org.conf]')
      .replace('  hosts: []\n', host)
      .replace(
        /when:\n {10}kind: sender[^]*?ladder/,
        `when: { kind: setting, host: mx.example.org, name: relay_networks, ${goal} }\n    ladder`,
      )
  const text = 'domains = example.org\nrelay_networks = 192.0.2.7\n'

  test('are printed where they have no file, and a play edits them', async () => {
    const { lesson, solution } = await loadLessonFolder(
      lay('04-spf/01-x', {
        'lesson.yaml': withHost(),
        'solution/mx.example.org.conf': text,
        'solution.txt': 'Z: mx.example.org.conf\nZ: example.org\n',
      }),
    )
    expect(lesson.world.documents).toMatchObject([
      { kind: 'settings', name: 'mx.example.org', editable: true },
    ])
    expect(lesson.world.documents![0]!.text).toContain('relay_networks = 0.0.0.0/0')
    expect(solution[0]).toEqual({
      ...{ kind: 'edit-document', document: 'mx.example.org.conf', text },
    })
    expect(solution[1]).toMatchObject({ kind: 'edit', zone: 'example.org' })
  })

  test('in a folder of a solution stand beside its zones', async () => {
    const { solution } = await loadLessonFolder(
      lay('04-spf/01-x', { 'lesson.yaml': withHost(), 'solution/mx.example.org.conf': text }),
    )
    expect(solution.map(({ kind }) => kind).toSorted()).toEqual(['edit', 'edit-document'])
  })

  test('set their host up from the start', async () => {
    const { lesson } = await loadLessonFolder(
      lay('04-spf/01-x', { 'lesson.yaml': withHost(), 'settings/mx.example.org.conf': text }),
    )
    expect(lesson.world.documents![0]!.text).toBe(text)
    expect(lesson.world.hosts[0]?.smtp).toMatchObject({
      ...{ relayFrom: ['192.0.2.7'], maxSize: 10_485_760 },
    })
  })

  test.each([
    ['name: relay_networks', 'name: relay_network', 'No setting is called `relay_network`'],
    ['value: [192.0.2.7]', 'value: [192.0.2.7/33]', 'Write the value as it is printed'],
    ['host: mx.example.org', 'host: mx.example.com', 'no document with settings of'],
    ['[example.org, mx', '[example.org, mz', 'No host of world.yaml is called `mz.example.org`'],
  ])('%s → %s', async (from, to, message) => {
    const yaml = withHost()
    expect(yaml).toContain(from)
    const folder = lay('04-spf/01-x', { 'lesson.yaml': yaml.replace(from, to) })
    await expect(loadLessonFolder(folder)).rejects.toThrow(message)
  })

  test('that nobody may change have no error', async () => {
    const folder = lay('04-spf/01-x', {
      'lesson.yaml': withHost().replace(', mx.example.org.conf', ''),
      'settings/mx.example.org.conf': 'tls = maybe\n',
    })
    await expect(loadLessonFolder(folder)).rejects.toThrow('is not editable, but has a fault')
  })
})

const town = {
  '../../worlds/town/world.yaml':
    'title: Town\nseed: 7\nhosts:\n  - { name: a.example, addresses: [192.0.2.1] }\n',
  '../../worlds/town/zones/example.net.zone': zone,
}

test('a world of its own name lends itself and its zones', async () => {
  const folder = lay('04-spf/01-x', {
    ...town,
    ...swap('lesson.yaml', '  seed: 1\n', '  from: town\n'),
  })
  const { world } = (await loadLessonFolder(folder)).lesson
  expect(world.seed).toBe(7)
  expect(world.zones.map(({ origin }) => origin).toSorted()).toEqual(['example.net', 'example.org'])
})

test('a lesson takes out what it does not want of a world', async () => {
  const folder = lay('04-spf/01-x', {
    ...town,
    'lesson.yaml': sound['lesson.yaml']!.replace(
      '  seed: 1\n',
      '  from: town\n  zones: { example.net: null }\n',
    ).replace('hosts: []', 'hosts: { a.example: null, b.example: { addresses: [192.0.2.2] } }'),
  })
  const { world } = (await loadLessonFolder(folder)).lesson
  expect(world.zones.map(({ origin }) => origin)).toEqual(['example.org'])
  expect(world.hosts).toEqual([{ name: 'b.example', addresses: ['192.0.2.2'] }])
})

test('lessons are sorted by module and number', async () => {
  lay('04-spf/02-b')
  lay('04-spf/10-c')
  lay('01-journey/03-a')
  expect((await loadLessons(root)).map(({ slug }) => slug)).toEqual(['a', 'b', 'c'])
})

test('a project without lessons has none', async () => expect(await loadLessons(root)).toEqual([]))

const here = 'lessons/04-spf/01-x'

describe('a fault names its file, line, column and key:', () => {
  test.each([
    [
      'a missing file',
      { 'lesson.yaml': undefined },
      `${here}/lesson.yaml: A lesson needs this file.`,
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
      `${here}/lesson.md:4:1 (minutes): Write a number; this is \`soon\`.`,
    ],
    [
      'a key that is not there',
      swap('lesson.md', 'objective: Publish it.\n', ''),
      `${here}/lesson.md:2:1 (objective): \`objective\` is missing.`,
    ],
    [
      'no debrief',
      swap('lesson.md', '## Debrief', '## The end {#publish}'),
      `${here}/lesson.md (debrief): Write something here. It stands under a heading`,
    ],
    [
      'a step without a name',
      swap('lesson.md', ' {#publish}', ''),
      `${here}/lesson.md:9: Give “Publish” a name: \`## Publish {#name}\`.`,
    ],
    [
      'a step that is too long',
      swap('lesson.md', 'Well done.', 'Well '.repeat(100)),
      `${here}/lesson.md:9: “Publish” has 104 words, and 90 is the most.`,
    ],
    [
      'text outside of steps',
      swap('lesson.md', '## Publish', 'Hello\n\n## Publish'),
      `${here}/lesson.md:8: Write the text under the heading of a step.`,
    ],
    [
      'a step that the text has not',
      swap('lesson.yaml', '  publish:', '  publsh:'),
      `${here}/lesson.yaml:12:3 (steps.publsh): No heading of lesson.md is called \`{#publsh}\`.`,
    ],
    [
      'broken YAML',
      { 'lesson.yaml': 'steps: [own\n' },
      new RegExp(`^${here}/lesson.yaml:\\d:\\d+: This is no YAML: `),
    ],
    [
      'a parameter of a goal',
      swap('lesson.yaml', 'result: fail', 'result: fails'),
      `${here}/lesson.yaml:22:11 (steps.publish.goals.1.when.result): Write `,
    ],
    [
      'a sender that is not there',
      swap('lesson.yaml', 'id: spoofer\n          result', 'id: forger\n          result'),
      `${here}/lesson.yaml:21:11 (steps.publish.goals.1.when.id): world.yaml has no sender \`forger\`.`,
    ],
    [
      'an address of the world',
      swap('lesson.yaml', '203.0.113.66', '203.0.113'),
      `${here}/lesson.yaml:10:47 (world.senders.1.ip): Write an IP address`,
    ],
    [
      'an editable zone that is not there',
      swap('lesson.yaml', 'editable: [example.org]', 'editable: [example.com]'),
      `${here}/lesson.yaml:4:14 (world.editable): There is no file \`zones/example.com.zone\`.`,
    ],
    [
      'a world that is not there',
      swap('lesson.yaml', 'world:\n', 'world:\n  from: nowhere\n'),
      `${here}/lesson.yaml:2:3 (world.from): There is no world \`lessons/worlds/nowhere/world.yaml\`.`,
    ],
    [
      'a short ladder',
      swap('lesson.yaml', 'Look., Look again., Write it.', 'Look.'),
      `${here}/lesson.yaml:23:5 (steps.publish.ladder): Write at least 3 hints`,
    ],
    [
      'a key of a hint that is none',
      swap('lesson.yaml', 'id: no-end,', 'id: no-end, if: x,'),
      `${here}/lesson.yaml:26:19 (hints.1.if): There is no key \`if\` here.`,
    ],
    [
      'a hint of the same name',
      swap('lesson.yaml', 'id: no-end', 'id: everybody'),
      `${here}/lesson.yaml:26:7 (hints.1.id): \`everybody\` is there already`,
    ],
    [
      'a hint that answers what is no mistake',
      swap('lesson.yaml', 'id: no-end, answers: [no-all]', 'id: no-end, answers: [no-al]'),
      `${here}/lesson.yaml:26:29 (hints.1.answers.0): No small mistake is called \`no-al\``,
    ],
    [
      'a rule that is to be quiet and is none',
      swap('lesson.yaml', '  publish:\n', '  publish:\n    quiet: [spf/no-al]\n'),
      `${here}/lesson.yaml:13:13 (steps.publish.quiet.0): No rule is called \`spf/no-al\``,
    ],
    [
      'an error that is to be quiet',
      swap('lesson.yaml', '  publish:\n', '  publish:\n    quiet: [spf/bad-ip4]\n'),
      `${here}/lesson.yaml:13:13 (steps.publish.quiet.0): \`spf/bad-ip4\` is an error`,
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
    [
      'a card that is not there',
      { 'solution.txt': '# First\n? guess: yes\n' },
      `${here}/solution.txt:2: No card is called \`guess\`: write \`? card: answer\`.`,
    ],
    [
      'a zone that is not there halfway',
      { 'solution.txt': 'Z: example.org halfway\n' },
      `${here}/solution/halfway/example.org.zone: There is no such file.`,
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
    lay('04-spf/01-x', { 'lesson.md': undefined })
    lay('04-spf/02-y', { 'lesson.yaml': undefined })
    await expect(loadLessons(root)).rejects.toThrow(/01-x\/lesson\.md.*\n.*02-y\/lesson\.yaml/)
  })
})
