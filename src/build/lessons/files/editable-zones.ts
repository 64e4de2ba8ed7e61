import { LessonError } from './lesson-error.ts'
import type { YamlFile } from './yaml.ts'
import type { ZoneTexts } from './zone-texts.ts'

/** A zone of a world, as data that is not checked yet. */
export interface ZoneData {
  readonly origin: string
  readonly text: string
  readonly editable: boolean
  /** Only where it is signed. */
  readonly dnssec?: true
}

/** What a file says of its zones, by their origins; nothing by default. */
export interface ZoneLists {
  /** Those that the learner may edit. */
  readonly editable: unknown
  /** Those that are signed (DNSSEC). */
  readonly signed: unknown
}

/**
 * Zones with what their file says of them.
 * @param path Where it does so.
 * @throws LessonError where it names a zone that is not there.
 */
export function zonesOf(
  texts: ZoneTexts,
  { editable, signed }: ZoneLists,
  data: { readonly file: string; readonly yaml: YamlFile },
  path: readonly string[],
): ZoneData[] {
  const mayEdit = namesIn(texts, editable, data, [...path, 'editable'])
  const isSigned = namesIn(texts, signed, data, [...path, 'signed'])
  return [...texts].map(([origin, text]) => ({
    ...{ origin, text, editable: mayEdit.includes(origin) },
    ...(isSigned.includes(origin) && { dnssec: true }),
  }))
}

function namesIn(
  texts: ZoneTexts,
  names: unknown,
  { file, yaml }: { readonly file: string; readonly yaml: YamlFile },
  path: readonly string[],
): readonly unknown[] {
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
  return list
}
