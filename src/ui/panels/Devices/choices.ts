import { words } from '#words/devices'
import { settingChoices } from '../../../lab/views/device-choices.ts'
import type { DeviceSettings } from '../../../lab/types.ts'

/** A setting in the form of a device. */
export interface SettingRow {
  readonly name: keyof DeviceSettings
  readonly label: string
  readonly options: readonly { readonly value: string | number; readonly text: string }[]
}

/** The settings that mean something with the others as they are. */
export function rowsOf(settings: DeviceSettings): readonly SettingRow[] {
  const names: (keyof DeviceSettings)[] =
    settings.reads === 'imap'
      ? ['reads', 'folders', 'every', 'marks', 'sent']
      : settings.after === 'delete-later'
        ? ['reads', 'after', 'days', 'every', 'marks']
        : ['reads', 'after', 'every', 'marks']
  return names.map((name) => ({
    name,
    label: words.names[name],
    options: optionsOf(name, settings),
  }))
}

/** What is set stands among the choices, also where a form would not offer it. */
function optionsOf(name: keyof DeviceSettings, settings: DeviceSettings): SettingRow['options'] {
  const offered: readonly (string | number)[] = settingChoices[name]
  const now = settings[name]
  const values = offered.includes(now) ? offered : [...offered, now]
  return values.map((value) => ({ value, text: textOf(name, value) }))
}

function textOf(name: keyof DeviceSettings, value: string | number): string {
  if (name === 'days') return words.days(Number(value))
  if (name === 'every') return words.every(Number(value))
  const texts: Readonly<Record<string, string>> = words.choices[name]
  return texts[value] ?? String(value)
}
