import { dirname, join } from 'node:path'
import { isObject } from '../../../core/text/is-object.ts'
import { readWorldFiles, worldFolder, type WorldFiles } from '../../worlds/read-world.ts'
import { changeWorld } from './change-world.ts'
import { readDocuments, sortNames, withDocuments } from './documents.ts'
import { zonesOf } from './editable-zones.ts'
import { LessonError } from './lesson-error.ts'
import { shownPath } from './shown-path.ts'
import type { YamlFile } from './yaml.ts'
import { readZones, type ZoneTexts } from './zone-texts.ts'

/** The world of a lesson, checked with the lesson. */
export type ChangedWorld = Readonly<Record<string, unknown>>

/**
 * The world that `lesson.yaml` describes: its own, or that of `from` with its changes. Zones are those of
 * its folder beside those of the world that it is from; `zones: { example.net: null }` leaves one out. So
 * are settings of hosts, `settings/mail.example.org.conf`.
 * @throws LessonError where there is no world of that name, or no zone.
 */
export async function changedWorld(
  lessonFolder: string,
  data: { readonly file: string; readonly yaml: YamlFile },
): Promise<ChangedWorld> {
  const given = isObject(data.yaml.data) ? data.yaml.data['world'] : undefined
  const { from, editable, signed, zones, ...changes } = isObject(given) ? given : {}
  const [base, own, documents] = await Promise.all([
    from === undefined ? undefined : baseOf(String(from), lessonFolder, data),
    readZones(join(lessonFolder, 'zones')),
    readDocuments(lessonFolder),
  ])
  const texts = without(new Map([...(base?.zones ?? []), ...own]), zones)
  const stillThere = (names?: readonly string[]) => names?.filter((name) => texts.has(name))
  const names = sortNames(editable ?? base?.editable, texts)
  const lists = {
    editable: editable === undefined ? stillThere(base?.editable) : names.zones,
    signed: signed ?? stillThere(base?.signed),
  }
  const world = changeWorld(base?.world ?? {}, changes)
  const whole = {
    ...(isObject(world) && world),
    zones: zonesOf(texts, lists, data, ['world']),
  }
  return withDocuments(whole, new Map([...(base?.documents ?? []), ...documents]), names.documents)
}

async function baseOf(
  name: string,
  lessonFolder: string,
  { file, yaml }: { readonly file: string; readonly yaml: YamlFile },
): Promise<WorldFiles> {
  const folder = worldFolder(dirname(dirname(lessonFolder)), name)
  const files = await readWorldFiles(folder)
  if (files) return files
  const place = yaml.placeOf(['world', 'from'])
  const message = `There is no world \`${shownPath(join(folder, 'world.yaml'))}\`.`
  throw new LessonError([{ file, ...place, key: 'world.from', message }])
}

/** The zones but for those that are named with `null`. */
const without = (texts: ZoneTexts, changes: unknown): ZoneTexts =>
  new Map([...texts].filter(([origin]) => !isObject(changes) || changes[origin] !== null))
