import { settingNamed } from '../../../world/settings/all-settings.ts'
import type { Setting } from '../../../world/settings/setting.ts'
import type { Hover } from '../answers.ts'
import { settingsPlace } from './place.ts'

/** What stands at a place of the settings of a host. Never throws. */
export function hoverSettings(text: string, offset: number): Hover | undefined {
  const place = settingsPlace(text, offset)
  if (place.at === 'name') {
    const setting = settingNamed(place.word.text)
    return setting && explain(setting, place.word.span)
  }
  if (place.at === 'nothing' || place.word.text === '') return undefined
  const { setting, word } = place
  const meaning = setting.type.offers?.find((one) => one.word === word.text.toLowerCase())?.meaning
  return meaning === undefined
    ? undefined
    : { span: word.span, title: word.text, lines: [meaning], ...sourceOf(setting) }
}

const explain = (setting: Setting, span: Hover['span']): Hover => ({
  ...{ span, title: setting.name, lines: [setting.about, ...linesOf(setting)] },
  ...sourceOf(setting),
})

const linesOf = (setting: Setting): string[] => [
  `Written as ${setting.type.syntax}.`,
  `By default: ${defaultText(setting)}.`,
]

/** What holds where nothing is written, in backticks where it is a value. */
export function defaultText({ type, default: value, unset }: Setting): string {
  if (value === undefined) return unset ?? 'nothing'
  const lines = type.print(value).filter((line) => line !== '')
  return lines.length ? `\`${lines.join(', ')}\`` : 'none'
}

const sourceOf = ({ source }: Setting) => (source ? { source } : {})
