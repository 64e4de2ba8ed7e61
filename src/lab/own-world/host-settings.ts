import type { HostSpec } from '../../world/spec.ts'
import { documentFile } from '../../core/document-name.ts'
import type { FieldNote, SettingFields } from '../../world/settings/fields.ts'

export type { FieldNote, SettingField, SettingFields } from '../../world/settings/fields.ts'

/** What is asked about the settings of a host. */
export interface HostSettingsAsked {
  readonly host: HostSpec
  /** Its settings as a text that is in force, where it was edited. */
  readonly text?: string | undefined
  /** What a form sets, by setting. */
  readonly values: Readonly<Record<string, string>>
}

export interface HostSettings {
  /** Set up so; as it was where there is an error. */
  readonly host: HostSpec
  readonly groups: readonly SettingFields[]
  readonly notes: readonly FieldNote[]
  readonly isSound: boolean
}

/** The name under which a host's settings are a document. */
export const settingsFile = (host: string): string => documentFile({ kind: 'settings', name: host })

/**
 * Whether a field does something, as the form stands.
 * @param dependsOn A setting's name, and perhaps a word that its value must list: `filters spf`.
 * @param value What stands in the form for a setting; `undefined` where there is no such field.
 */
export function isInEffect(
  dependsOn: string | undefined,
  value: (name: string) => string | undefined,
): boolean {
  if (dependsOn === undefined) return true
  const [name = '', word] = dependsOn.split(' ')
  const text = value(name)
  if (text === undefined) return true
  if (word !== undefined) return text.split(/[\s,]+/).includes(word)
  return text.trim() !== '' && text.trim().toLowerCase() !== 'no'
}
