import type { Section } from '../../core/section.ts'
import type { Severity } from '../../core/diagnostic.ts'
import type { HostSpec } from '../spec.ts'
import { settingGroups } from './groups/index.ts'
import { isPrinted, settingLines, valueOf } from './print.ts'
import { readSettings } from './read.ts'
import type { Setting } from './setting.ts'
import { parseSettings } from './tree.ts'
import type { Offer } from './value-type.ts'

/** A setting of a host as a field of a form: plain data. */
export interface SettingField {
  readonly name: string
  readonly about: string
  /** One of `offers`; one word; or several words or lines. */
  readonly kind: 'choice' | 'word' | 'lines'
  /** How its value is written, for people. */
  readonly syntax: string
  readonly offers: readonly Offer[]
  /** What holds now, as it is written; empty where nothing does. */
  readonly value: string
  /** What holds where nothing is written, in the same way. */
  readonly preset: string
  /** What holds then, where no value says it. */
  readonly unset?: string
  /** Another setting without which it does nothing: its name, and perhaps a word that it must list. */
  readonly with?: string
  readonly source?: Section
}

export interface SettingFields {
  readonly title: string
  readonly fields: readonly SettingField[]
}

/** All that may be set on a host, in the order in which it is printed. */
export const settingFields = (host: HostSpec): readonly SettingFields[] =>
  settingGroups.flatMap(({ title, settings }) => {
    const fields = settings.filter((one) => one.isFor(host)).map((one) => fieldOf(one, host))
    return fields.length ? [{ title, fields }] : []
  })

const fieldOf = (one: Setting, host: HostSpec): SettingField => ({
  ...{ name: one.name, about: one.about, kind: kindOf(one), syntax: one.type.syntax },
  ...{ offers: one.type.offers ?? [], value: textOf(one, valueOf(one, host)) },
  preset: textOf(one, one.default),
  ...(one.unset !== undefined && { unset: one.unset }),
  ...(one.with !== undefined && { with: one.with }),
  ...(one.source && { source: one.source }),
})

function kindOf({ type }: Setting): SettingField['kind'] {
  if (!('readWord' in type)) return 'lines'
  return type.offers?.length ? 'choice' : 'word'
}

function textOf({ type }: Setting, value: unknown): string {
  if (value === undefined) return ''
  const lines = type.print(value)
  return (lines[0] === '' ? lines.slice(1) : lines).join('\n')
}

/** What is said of a field. */
export interface FieldNote {
  readonly name: string
  readonly severity: Severity
  readonly message: string
}

/** A host as a form sets it up, and what is found there. */
export interface FieldsRead {
  readonly host: HostSpec
  readonly notes: readonly FieldNote[]
  /** Whether no note is an error. */
  readonly isSound: boolean
}

/**
 * Sets up a host by fields. Never throws.
 * @param values Texts by setting; one that is empty, and one that the host does not have, sets nothing.
 * What is not named stays as it is.
 */
export function readFields(host: HostSpec, values: Readonly<Record<string, string>>): FieldsRead {
  const settings = settingGroups.flatMap((group) => group.settings).filter((one) => one.isFor(host))
  const text = settings.flatMap((one) => linesOf(one, host, values)).join('\n')
  const { host: read, diagnostics, isSound } = readSettings(host, text, host.name)
  const { entries } = parseSettings(text)
  const notes = diagnostics.map(({ span, severity, message }): FieldNote => {
    const entry = entries.find(({ whole }) => span.from >= whole.from && span.from <= whole.to)
    return { name: entry?.name.text ?? '', severity, message }
  })
  return { host: isSound ? read : host, notes, isSound }
}

function linesOf(one: Setting, host: HostSpec, values: Readonly<Record<string, string>>): string[] {
  const given = Object.hasOwn(values, one.name) ? values[one.name]! : undefined
  if (given === undefined)
    return isPrinted(one, host) ? [settingLines(one.name, one.type.print(valueOf(one, host)))] : []
  const lines = given.split(/\r?\n|\r/).flatMap((line) => (line.trim() ? [line.trim()] : []))
  return lines.length ? [settingLines(one.name, ['', ...lines])] : []
}
