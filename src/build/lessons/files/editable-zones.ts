import { LessonError } from './lesson-error.ts'
import type { YamlFile } from './yaml.ts'
import type { ZoneTexts } from './zone-texts.ts'

/** A zone of a world, as data that is not checked yet. */
export interface ZoneData {
  readonly origin: string
  readonly text: string
  readonly editable: boolean
}

/**
 * Zones with what may be edited of them.
 * @param names What the file names as editable; nothing is by default.
 * @param path Where it does so.
 * @throws LessonError where it names a zone that is not there.
 */
export function zonesOf(
  texts: ZoneTexts,
  names: unknown,
  { file, yaml }: { readonly file: string; readonly yaml: YamlFile },
  path: readonly string[],
): ZoneData[] {
  const list: unknown[] = Array.isArray(names) ? names : names === undefined ? [] : [names]
  const unknown = list.filter((name) => typeof name !== 'string' || !texts.has(name))
  if (unknown.length)
    throw new LessonError(
      unknown.map((name) => ({
        file,
        ...yaml.placeOf([...path, list.indexOf(name)]),
        key: path.join('.'),
        message: `There is no file \`zones/${String(name)}.zone\`.`,
      })),
    )
  return [...texts].map(([origin, text]) => ({ origin, text, editable: list.includes(origin) }))
}
