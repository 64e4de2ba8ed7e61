import { words } from '#words/embed'
import type { OptionCheck, WidgetKind } from './widget.ts'

/** An attribute that is there or not; HTML lets it have its own name as its value. */
export const flag: OptionCheck = (value) =>
  ['', 'true', 'false'].includes(value) || /^[a-z]+$/.test(value) ? undefined : words.wants.flag

export const anyText: OptionCheck = () => undefined

export const name: OptionCheck = (value) =>
  /^[a-z0-9-]{1,80}$/.test(value) ? undefined : words.wants.name

/** @param choices What it may be. */
export const oneOf =
  (...choices: readonly string[]): OptionCheck =>
  (value) =>
    choices.includes(value) ? undefined : words.wants.oneOf(choices.join(', '))

export const count: OptionCheck = (value) =>
  /^\d{1,4}$/.test(value) ? undefined : words.wants.count

/** Whether an attribute of the kind `flag` is on. */
export const isOn = (options: Readonly<Record<string, string>>, option: string): boolean =>
  options[option] !== undefined && options[option] !== 'false'

/** What every kind has. */
const common: WidgetKind['options'] = { readonly: flag, height: count }

/** The attributes that a kind can use, and a sentence for each of the others. */
export function readOptions(
  { options: own }: WidgetKind,
  given: Readonly<Record<string, string>>,
): { readonly options: Readonly<Record<string, string>>; readonly problems: readonly string[] } {
  const known = { ...common, ...own }
  const problems: string[] = []
  const options: Record<string, string> = {}
  for (const [option, value] of Object.entries(given)) {
    if (!Object.hasOwn(known, option))
      problems.push(words.unknownOption(option, Object.keys(known).sort().join(', ')))
    else {
      const wants = known[option]!(value)
      if (wants === undefined) options[option] = value
      else problems.push(words.wrongOption(option, value.slice(0, 80), wants))
    }
  }
  return { options, problems }
}
