import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isObject } from '../../core/text/is-object.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { LessonProblem } from '../../lessons/schema.ts'
import { readScenario, type Scenario } from '../../lessons/scenario.ts'
import {
  readDocuments,
  sortNames,
  withDocuments,
  type DocumentTexts,
} from '../lessons/files/documents.ts'
import { zonesOf } from '../lessons/files/editable-zones.ts'
import { LessonError, type FileProblem } from '../lessons/files/lesson-error.ts'
import { shownPath } from '../lessons/files/shown-path.ts'
import { placeAt, readYaml, type YamlFile } from '../lessons/files/yaml.ts'
import { readZones, type ZoneTexts } from '../lessons/files/zone-texts.ts'

/** The files of a world: `world.yaml`, `zones/` and `settings/`. What is in them is not checked yet. */
export interface WorldFiles {
  readonly file: string
  readonly yaml: YamlFile
  /** The world itself, without its zones. */
  readonly world: unknown
  /** Its title and the like. */
  readonly card: Readonly<Record<string, unknown>>
  /** Origins of the zones, and files of the settings, that may be edited. */
  readonly editable: readonly string[]
  /** Origins of the zones that are signed. */
  readonly signed: readonly string[]
  readonly zones: ZoneTexts
  /** Settings of hosts, by file. */
  readonly documents: DocumentTexts
}

/** @param lessons The folder of all lessons. */
export const worldFolder = (lessons: string, name: string): string => join(lessons, 'worlds', name)

/** @returns Undefined where the folder has no `world.yaml`. */
export async function readWorldFiles(folder: string): Promise<WorldFiles | undefined> {
  const path = join(folder, 'world.yaml')
  const [text, zones, documents] = await Promise.all([
    readFile(path, 'utf8').catch(() => undefined),
    readZones(join(folder, 'zones')),
    readDocuments(folder),
  ])
  if (text === undefined) return undefined
  const file = shownPath(path)
  const yaml = readYaml(text, file)
  const data = isObject(yaml.data) ? yaml.data : {}
  const { title, about, desk, suggestions, onPurpose, editable, signed, ...world } = data
  const card = { title, about, desk, suggestions, ...(onPurpose !== undefined && { onPurpose }) }
  return {
    ...{ file, yaml, world, card, zones, documents },
    ...{ editable: namesIn(editable), signed: namesIn(signed) },
  }
}

const namesIn = (list: unknown): string[] => (Array.isArray(list) ? list : []).map(String)

/**
 * Loads one world from its folder.
 * @throws LessonError that names each file, line and column at fault.
 */
export async function loadWorld(folder: string): Promise<Scenario> {
  const files = await readWorldFiles(folder)
  if (!files) {
    const file = shownPath(join(folder, 'world.yaml'))
    throw new LessonError([{ file, message: 'A world needs this file.' }])
  }
  const { card, editable, signed, zones } = files
  const names = sortNames(editable, zones)
  const lists = { editable: names.zones, signed }
  const world = withDocuments(
    { ...mapping(files.world), zones: zonesOf(zones, lists, files, []) },
    ...([files.documents, names.documents] as const),
  )
  const reading = readScenario({ name: basename(folder), ...card, world })
  const problems = [
    ...zoneProblems(folder, zones),
    ...(reading.ok ? [] : reading.problems.map((problem) => inFile(problem, files, folder))),
  ]
  if (!reading.ok || problems.length) throw new LessonError(problems)
  return reading.scenario
}

const mapping = (data: unknown): Readonly<Record<string, unknown>> => (isObject(data) ? data : {})

const zoneFile = (folder: string, origin: string): string =>
  shownPath(join(folder, 'zones', `${origin}.zone`))

/** What of the zones is no zone. */
const zoneProblems = (folder: string, zones: ZoneTexts): FileProblem[] =>
  [...zones].flatMap(([origin, text]) =>
    parseZone(text, { origin }).problems.flatMap(({ severity, span, message }) =>
      severity === 'error'
        ? [{ file: zoneFile(folder, origin), ...placeAt(text, span.from), message }]
        : [],
    ),
  )

/** Where a part of the world stands in its folder. */
function inFile(
  { path, message }: LessonProblem,
  { file, yaml, zones }: WorldFiles,
  folder: string,
): FileProblem {
  const below = path[0] === 'world' ? path.slice(1) : path
  if (below[0] === 'zones' && typeof below[1] === 'number') {
    const origin = [...zones.keys()][below[1]] ?? ''
    return { file: zoneFile(folder, origin), ...{ line: 1, column: 1 }, message }
  }
  return { file, ...yaml.placeOf(below), key: below.join('.'), message }
}
