import { isObject } from '../../core/text/is-object.ts'
import type { ReportProblem } from './report.ts'

type Json = Readonly<Record<string, unknown>>

/** A JSON object that is read field by field; problems are noted with their paths. */
export interface JsonFields {
  /** A string; noted if it is missing. */
  text(name: string): string | undefined
  /** A string, which may be missing. */
  optional(name: string): string | undefined
  /** A whole number from 0; 0, and noted, for anything else. */
  count(name: string): number
  /** A string or an array of them; none if missing. */
  texts(name: string): readonly string[]
  /** An object; noted if it is missing. */
  object(name: string): JsonFields | undefined
  /** An array of objects; none if missing. */
  objects(name: string): readonly JsonFields[]
  note(name: string, message: string): void
}

/** Items of an array that are read: a limit of ours; reports are sums and stay small. */
export const MAX_ITEMS = 10_000

export function jsonFields(value: Json, path: string, problems: ReportProblem[]): JsonFields {
  const own = (name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined)
  const at = (name: string): string => (path ? `${path}.${name}` : name)
  const note = (name: string, message: string): void => {
    problems.push({ path: at(name), message })
  }
  const optional = (name: string): string | undefined => {
    const found = own(name)
    if (found === undefined || found === null) return undefined
    if (typeof found === 'string') return found
    note(name, 'This should be a text.')
    return undefined
  }
  return {
    note,
    optional,
    text(name) {
      if (own(name) === undefined) note(name, 'This is missing.')
      return optional(name)
    },
    count(name) {
      const found = own(name)
      if (typeof found === 'number' && Number.isSafeInteger(found) && found >= 0) return found
      note(name, found === undefined ? 'This is missing.' : 'This should be a whole number.')
      return 0
    },
    texts(name) {
      const found = own(name)
      const list: readonly unknown[] = Array.isArray(found) ? found.slice(0, MAX_ITEMS) : [found]
      return list.filter((one): one is string => typeof one === 'string')
    },
    object(name) {
      const found = own(name)
      if (isObject(found)) return jsonFields(found, at(name), problems)
      note(name, found === undefined ? 'This is missing.' : 'This should be an object.')
      return undefined
    },
    objects(name) {
      const found = own(name)
      if (found === undefined) return []
      if (!Array.isArray(found)) {
        note(name, 'This should be a list.')
        return []
      }
      if (found.length > MAX_ITEMS) note(name, `Only the first ${MAX_ITEMS} are read.`)
      return found.slice(0, MAX_ITEMS).flatMap((one: unknown, index) => {
        if (isObject(one)) return [jsonFields(one, `${at(name)}[${index}]`, problems)]
        note(`${name}[${index}]`, 'This should be an object.')
        return []
      })
    },
  }
}

/** @returns The fields of a JSON object; `undefined`, and noted, for any other text. */
export function readJsonObject(text: string, problems: ReportProblem[]): JsonFields | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    problems.push({ path: '', message: 'This is not JSON. Is it still compressed?' })
    return undefined
  }
  if (isObject(value)) return jsonFields(value, '', problems)
  problems.push({ path: '', message: 'A report is a JSON object.' })
  return undefined
}
