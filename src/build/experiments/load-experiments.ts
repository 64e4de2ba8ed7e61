import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isObject } from '../../core/text/is-object.ts'
import type { LabInput } from '../../lab/lab.ts'
import type { LinkedWork } from '../../lab/link/link.ts'
import { nextTerminal } from '../../lab/terminal-numbers.ts'
import { writeLink } from '../../lab/link/write-link.ts'
import { sandbox } from '../../lessons/sandbox.ts'
import { sandboxIn, type Scenario } from '../../lessons/scenario.ts'
import { withAllSettings } from '../../world/settings/documents.ts'
import type { WorldSpec } from '../../world/spec.ts'
import { LessonError } from '../lessons/files/lesson-error.ts'
import { readYaml, type YamlFile } from '../lessons/files/yaml.ts'

/** Something to try: a world of the sandbox in which something was done. */
export interface Experiment {
  readonly id: string
  readonly title: string
  /** What is there to see, in two sentences. */
  readonly about: string
  /** A world's name; the sandbox's own if absent. */
  readonly world?: string
  readonly journal: readonly LabInput[]
  /** What is there once all of it is done. */
  readonly shows: string
}

/** What a page knows of one. */
export interface ExperimentLink extends Pick<Experiment, 'id' | 'title' | 'about'> {
  /** From the sandbox's page. */
  readonly href: string
}

const FILE = 'lessons/experiments.yaml'
const KEYS = ['id', 'title', 'about', 'world', 'do', 'shows']

/**
 * Loads `lessons/experiments.yaml`: a list, each with `id`, `title`, `about`, `do` and `shows`.
 * @returns Nothing if there is no such file.
 * @throws LessonError that names each line at fault.
 */
export async function loadExperiments(
  root: string,
  worlds: readonly Scenario[],
): Promise<readonly Experiment[]> {
  const text = await readFile(join(root, FILE), 'utf8').catch(() => undefined)
  return text === undefined ? [] : readExperiments(text, worlds)
}

/** The same of the file's text. */
export function readExperiments(text: string, worlds: readonly Scenario[]): readonly Experiment[] {
  const yaml = readYaml(text, FILE)
  const { data } = yaml
  if (!Array.isArray(data)) return fail(yaml, [], 'Write a list of experiments.')
  return data.map((one: unknown, at) => readExperiment(yaml, one, at, worlds))
}

function readExperiment(
  yaml: YamlFile,
  one: unknown,
  at: number,
  worlds: readonly Scenario[],
): Experiment {
  if (!isObject(one)) return fail(yaml, [at], `An experiment has ${KEYS.join(', ')}.`)
  const { id, title, about, shows, world, do: steps } = one
  const strange = Object.keys(one).find((key) => !KEYS.includes(key))
  if (strange !== undefined)
    return fail(yaml, [at, strange], `An experiment has no \`${strange}\`.`)
  for (const [key, value] of Object.entries({ id, title, about, shows }))
    if (typeof value !== 'string' || !value) fail(yaml, [at, key], 'Write a text.')
  const scenario = worlds.find(({ name }) => name === world)
  if (world !== undefined && !scenario) fail(yaml, [at, 'world'], 'There is no such world.')
  if (!Array.isArray(steps)) return fail(yaml, [at, 'do'], 'Write a list of what is done.')
  const texts = textsOf(withAllSettings((scenario ?? sandbox).world))
  return {
    ...(one as unknown as Pick<Experiment, 'id' | 'title' | 'about' | 'shows'>),
    ...(scenario && { world: scenario.name }),
    journal: steps.reduce<LabInput[]>((journal, step: unknown, index) => {
      const input = isObject(step) ? inputOf(step, texts, journal) : undefined
      const wrong =
        'This is none of `type`, `open`, `edit`, `send` and `advance`, or it changes nothing.'
      return [...journal, input ?? fail(yaml, [at, 'do', index], wrong)]
    }, []),
  }
}

/** Texts as they stand, by origin or file; each edit changes them. */
const textsOf = ({ zones, documents = [] }: WorldSpec): Map<string, string> =>
  new Map([
    ...zones.map(({ origin, text }) => [origin, text] as const),
    ...documents.map(({ file, text }) => [file, text] as const),
  ])

function inputOf(
  step: Readonly<Record<string, unknown>>,
  texts: Map<string, string>,
  before: readonly LabInput[],
): LabInput | undefined {
  const { type, open, send, advance, in: terminal } = step
  if (typeof type === 'string') {
    const typed = { kind: 'type', data: `${type}\r` } as const
    return typeof terminal === 'number' ? { ...typed, terminal } : typed
  }
  if (typeof open === 'string') return { kind: 'open', terminal: nextTerminal(before), host: open }
  if (typeof send === 'string') return { kind: 'send', mail: send }
  if (advance === 'next') return { kind: 'advance', by: 'next' }
  if (typeof advance === 'number') return { kind: 'advance', by: advance * 1000 }
  return editOf(step, texts)
}

function editOf(
  { edit, replace, by, append }: Readonly<Record<string, unknown>>,
  texts: Map<string, string>,
): LabInput | undefined {
  const before = typeof edit === 'string' ? texts.get(edit) : undefined
  if (typeof edit !== 'string' || before === undefined) return undefined
  const text =
    typeof append === 'string' ? before + append : before.replace(String(replace), () => String(by))
  if (text === before) return undefined
  texts.set(edit, text)
  return edit.endsWith('.conf')
    ? { kind: 'edit', document: edit, text }
    : { kind: 'edit', zone: edit, text }
}

/** An experiment as a link of the sandbox. */
export function experimentLink({ id, title, about, world, journal }: Experiment): ExperimentLink {
  const slug = world === undefined ? 'sandbox' : `sandbox-${world}`
  const work: LinkedWork = { v: 1, slug, edition: sandbox.edition, journal }
  const query = world === undefined ? '' : `?world=${world}`
  return { id, title, about, href: `${query || './'}#${writeLink(work)}` }
}

/** The lesson that an experiment is opened in. */
export const experimentLesson = ({ world }: Experiment, worlds: readonly Scenario[]) => {
  const scenario = worlds.find(({ name }) => name === world)
  const lesson = scenario ? sandboxIn(scenario) : sandbox
  return { ...lesson, world: withAllSettings(lesson.world) }
}

function fail(yaml: YamlFile, path: readonly (string | number)[], message: string): never {
  throw new LessonError([{ file: FILE, ...yaml.placeOf(path), message }])
}
