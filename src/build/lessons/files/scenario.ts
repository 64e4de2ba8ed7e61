import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isObject } from '../../../core/text/is-object.ts'
import { LessonError } from './lesson-error.ts'
import { shownPath } from './shown-path.ts'
import { readYaml, type YamlFile } from './yaml.ts'

/** Zone texts by origin. */
export type ZoneTexts = ReadonlyMap<string, string>

/** A world that several lessons share. */
export interface Scenario {
  /** Of `world.yaml`; checked with the lesson that uses it. */
  readonly world: unknown
  readonly zones: ZoneTexts
}

const none: Scenario = { world: {}, zones: new Map() }

/**
 * Reads the scenario that `lesson.yaml` names: `lessons/worlds/<name>/world.yaml` and its `zones/`.
 * @throws LessonError where there is none of that name.
 */
export async function readScenario(
  lessonFolder: string,
  { file, yaml }: { readonly file: string; readonly yaml: YamlFile },
): Promise<Scenario> {
  const name = isObject(yaml.data) ? yaml.data['scenario'] : undefined
  if (name === undefined) return none
  const folder = join(dirname(dirname(lessonFolder)), 'worlds', String(name))
  const path = join(folder, 'world.yaml')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) {
    const message = `There is no scenario \`${shownPath(path)}\`.`
    throw new LessonError([{ file, line: yaml.lineOf(['scenario']), key: 'scenario', message }])
  }
  return {
    world: readYaml(text, shownPath(path)).data,
    zones: await readZones(join(folder, 'zones')),
  }
}

/** Zone texts by origin: `example.org.zone` holds `example.org`. */
export async function readZones(folder: string): Promise<ZoneTexts> {
  const names = await readdir(folder).catch(() => [])
  const zones = names.filter((name) => name.endsWith('.zone')).toSorted()
  const texts = await Promise.all(zones.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(zones.map((name, at) => [name.slice(0, -'.zone'.length), texts[at]!]))
}

/** The key by which the items of a list are found. */
const keys = ['name', 'id', 'address'] as const

/**
 * A scenario with a lesson's changes: mappings are merged, an item of a list takes the place of the
 * one of the same name, id or address, and others follow at the end. `null` takes a value out.
 */
export function changeWorld(base: unknown, change: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(change)) return changeList(base, change)
  if (!isObject(base) || !isObject(change)) return change
  const names = new Set([...Object.keys(base), ...Object.keys(change)])
  const entries = [...names].flatMap((name): [string, unknown][] => {
    if (!(name in change)) return [[name, base[name]]]
    if (change[name] === null) return []
    return [[name, name in base ? changeWorld(base[name], change[name]) : change[name]]]
  })
  return Object.fromEntries(entries)
}

function changeList(base: readonly unknown[], changes: readonly unknown[]): unknown[] {
  const key = keys.find((one) => changes.length > 0 && changes.every((item) => has(item, one)))
  if (!key) return [...changes]
  const changeOf = (item: unknown) =>
    changes.find((change) => has(item, key) && has(change, key) && change[key] === item[key])
  const kept = base.map((item) => {
    const change = changeOf(item)
    return change ? changeWorld(item, change) : item
  })
  return [...kept, ...changes.filter((change) => !base.some((item) => changeOf(item) === change))]
}

const has = (item: unknown, key: string): item is Readonly<Record<string, unknown>> =>
  isObject(item) && typeof item[key] === 'string'
