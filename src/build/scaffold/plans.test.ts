import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import type { Zone } from '../../dns/zone/zone.ts'
import { openLab } from '../../lab/open.ts'
import { lintZones } from '../../lint/lint-zones.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { loadLessonFolder } from '../lessons/load-lessons.ts'
import { proveMutants } from '../lessons/mutants/prove-mutants.ts'
import type { OpenLab } from '../lessons/proof/player.ts'
import { proveLesson } from '../lessons/proof/prove-lesson.ts'
import { knownNames } from './known-names.ts'
import { planCommand } from './command.ts'
import { planLesson } from './lesson.ts'
import type { Plan, Project, Refusal } from './plan.ts'
import { planRule } from './rule.ts'

/** This project as it is: the templates have to fit into it. */
const here: Project = {
  exists: existsSync,
  read: (path) => readFileSync(path, 'utf8'),
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  known: knownNames,
}

function filesOf(plan: Plan | Refusal): Plan['files'] {
  if (!plan.ok) throw new Error(plan.message)
  return plan.files
}

test('what is planned compiles as it stands', () => {
  const rules = ['dkim', 'dmarc', 'mx', 'spf', 'zone'].map((area) =>
    planRule(here, `${area}/xx-new`),
  )
  const commands = ['imap', 'pop3', 'shell', 'smtp'].map((area) =>
    planCommand(here, `${area}/xx-new`),
  )
  expect(problemsIn([...rules, ...commands].flatMap(filesOf))).toEqual([])
}, 60_000)

/** TypeScript's errors in files that are not on disk, among those that are. */
function problemsIn(files: Plan['files']): string[] {
  const planned = new Map(files.map(({ path, text }) => [resolve(path), text]))
  const { config } = ts.readConfigFile('tsconfig.base.json', ts.sys.readFile) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, incremental: false, lib: ['ES2023'], types: [] },
    '.',
  )
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => planned.has(path) || fileExists(path)
  host.readFile = (path) => planned.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...more) => {
    const text = planned.get(path)
    return text === undefined
      ? getSourceFile(path, version, ...more)
      : ts.createSourceFile(path, text, version)
  }
  const sources = [...planned.keys()].filter((path) => path.endsWith('.ts'))
  const program = ts.createProgram([...sources, resolve('src/core/universal.d.ts')], options, host)
  return sources
    .flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

test('a planned lesson is one that proves itself, and answers small mistakes', async () => {
  const root = await mkdtemp(join(tmpdir(), 'helo-lesson-'))
  for (const { path, text } of filesOf(planLesson(here, '99-new/01-xx-new'))) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const folder = await loadLessonFolder(join(root, 'lessons/99-new/01-xx-new'))
  await rm(root, { recursive: true })
  const { slug, title, module } = folder.lesson
  expect({ slug, title, module: module.title }).toEqual({
    ...{ slug: 'xx-new', title: 'Xx new', module: 'New' },
  })
  const lint = (zones: readonly Zone[]) => lintZones(zones, zoneProfiles.simulated)
  const open: OpenLab = (lesson, output) => openLab(lesson, { crypto: webCrypto, lint, output })
  expect((await proveLesson(folder, open)).failures).toEqual([])
  expect((await proveMutants(folder, open)).failures).toEqual([])
})

/** A project of a few files. */
function project(files: Readonly<Record<string, string>>): Project {
  const paths = Object.keys(files)
  return {
    exists: (path) => path in files,
    read: (path) => files[path] ?? '',
    known: { ruleCodes: ['spf/made-elsewhere'], verbs: { smtp: ['GET'] } },
    list: (folder) => [
      ...new Set(
        paths
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1).replace(/\/.*/, '')),
      ),
    ],
  }
}

const small = project({
  'src/lint/spf/rules/ptr.ts': '',
  'src/lint/spf/rules/index.ts': `export { ptr } from './ptr.ts'\n`,
  'src/shell/commands/dig.ts': '',
  'src/shell/commands/index.ts': 'export const commands: readonly Command[] = []',
  'lessons/04-spf/01-first/lesson.md': '',
})

describe('it refuses, kindly', () => {
  test.each<[string, Plan | Refusal, string]>([
    ['no name', planRule(small, undefined), 'It needs a name, such as spf/my-rule.'],
    ['a malformed name', planRule(small, 'spf/My_Rule'), '"spf/My_Rule" is no name of this kind'],
    ['a name that leads away', planRule(small, '../spf/x'), '"../spf/x" is no name of this kind'],
    ['a rule that exists', planRule(small, 'spf/ptr'), 'There is a rule spf/ptr already'],
    ['a word of the language', planRule(small, 'spf/default'), '"default" cannot be'],
    [
      'an unknown area',
      planRule(small, 'smtp/x'),
      'There are: dkim, dmarc, message, mime, mx, spf, zone.',
    ],
    ['a code of another file', planRule(small, 'spf/made-elsewhere'), 'already: npx helo-world'],
    ['a verb of another file', planCommand(small, 'smtp/get'), 'GET is a command of smtp already'],
    ['a command that exists', planCommand(small, 'shell/dig'), 'There is a command dig already'],
    ['an unknown protocol', planCommand(small, 'gopher/x'), 'There are: imap, pop3, shell, smtp.'],
    ['no lesson', planLesson(small, undefined), 'such as 04-spf/05-my-lesson'],
    ['a lesson without numbers', planLesson(small, 'spf/mine'), 'two digits and a name'],
    [
      'a slug that exists',
      planLesson(small, '05-dkim/09-first'),
      'There is a lesson first already',
    ],
    ['a number that is taken', planLesson(small, '04-spf/01-other'), 'is that of 01-first'],
    ['a module’s number', planLesson(small, '04-dkim/01-key'), 'is that of 04-spf'],
  ])('%s', (_, plan, output) =>
    expect(plan).toMatchObject({ ok: false, message: expect.stringContaining(output) as string }),
  )
})

test.each([
  ['imap', /^# RFC \d{4} §[\d.]+: [^]*C: a XX-NEW\nS: a OK XX-NEW completed\n$/],
  ['smtp', /^# .+\n# RFC \d{4} §[\d.]+\n[^]*C: XX-NEW\nS: 250 2\.0\.0 /],
  ['pop3', /^# .+\n# RFC \d{4}(?: §[\dA.]+)?\n[^]*C: XX-NEW\nS: \+OK /],
])('a command of %s comes with a session that shows it', (area, shown) => {
  const files = filesOf(planCommand(here, `${area}/xx-new`))
  const transcript = files.find(({ path }) => path.endsWith('-xx-new.txt'))
  expect(transcript?.path).toMatch(new RegExp(`^tests/transcripts/${area}/\\d+-`))
  expect(transcript?.text).toMatch(shown)
  const list = files.find(({ path }) => path.endsWith('index.ts'))
  expect(list?.text).toContain("import { xxNew } from './xx-new.ts'")
  expect(list?.text).toMatch(/,\n {2}xxNew,\n(?:\]| {2}\.{3})/)
})

test('a command that the server knows as not offered is refused with the reason', () => {
  const smtp = 'src/protocols/smtp/commands'
  const server = project({
    [`${smtp}/index.ts`]: 'export const commands: readonly Command[] = [...notOffered]',
    [`${smtp}/not-offered.ts`]: `known('EXPN', 'EXPN <list>')`,
  })
  const plan = planCommand(server, 'smtp/expn')
  expect(plan.ok && plan.next[0]).toContain('not-offered.ts')
})
