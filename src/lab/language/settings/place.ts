import { touches } from '../../../core/span.ts'
import { settingNamed } from '../../../world/settings/all-settings.ts'
import type { Setting } from '../../../world/settings/setting.ts'
import { parseSettings, type Entry, type Word } from '../../../world/settings/tree.ts'

/** Where in the settings of a host a place is. */
export type SettingsPlace =
  /** At a name, or where one may begin. */
  | { readonly at: 'name'; readonly word: Word; readonly setting?: Setting }
  /** Behind the equals sign of a setting. */
  | { readonly at: 'value'; readonly word: Word; readonly setting: Setting }
  | { readonly at: 'nothing' }

/** Finds out where a place is. Takes any text and offset; never throws. */
export function settingsPlace(text: string, offset: number): SettingsPlace {
  const at = Math.min(Math.max(0, Math.trunc(offset) || 0), text.length)
  const from = text.lastIndexOf('\n', at - 1) + 1
  const before = text.slice(from, at)
  if (before.trimStart().startsWith('#')) return { at: 'nothing' }
  if (/^[^\s=]*$/.test(before)) return atName(text, from)
  const entry = parseSettings(text).entries.findLast(({ whole }) => whole.from <= at)
  const setting = entry && settingNamed(entry.name.text)
  const isBehind = entry && (entry.whole.from < from || before.includes('='))
  return entry && setting && isBehind
    ? { at: 'value', word: wordAt(entry, at), setting }
    : { at: 'nothing' }
}

function atName(text: string, from: number): SettingsPlace {
  const name = /^[^\s=]*/.exec(text.slice(from))?.[0] ?? ''
  const setting = settingNamed(name)
  const word = { text: name, span: { from, to: from + name.length } }
  return { at: 'name', word, ...(setting && { setting }) }
}

const wordAt = ({ value: { words } }: Entry, at: number): Word =>
  words.find(({ span }) => touches(span, at)) ?? { text: '', span: { from: at, to: at } }
