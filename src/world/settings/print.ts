import type { HostSpec } from '../spec.ts'
import { settingGroups } from './groups/index.ts'
import { isSame, type Setting } from './setting.ts'

const INDENT = '    '

/**
 * The settings of a host as text: those that are not as by default, and the main ones. Read back, it is
 * the same host.
 */
export function printSettings(host: HostSpec): string {
  const parts = settingGroups.flatMap(({ title, settings }) => {
    const lines = settings.filter((one) => isPrinted(one, host)).map((one) => printOne(one, host))
    return lines.length ? [`# ${title}\n${lines.join('\n')}\n`] : []
  })
  return parts.length
    ? parts.join('\n')
    : `# ${host.name} has nothing to set up but its defaults.\n`
}

/** Whether a setting is written: one of the main ones, or not as by default. */
export const isPrinted = (one: Setting, host: HostSpec): boolean => {
  if (!one.isFor(host)) return false
  const value = one.get(host)
  if (value === undefined) return one.isMain === true
  return one.isMain === true || !isSame(value, one.default)
}

const printOne = (one: Setting, host: HostSpec): string =>
  settingLines(one.name, one.type.print(valueOf(one, host)))

/** A setting as it is written, from the lines of its value. */
export function settingLines(name: string, [first = '', ...more]: readonly string[]): string {
  const head = first === '' ? `${name} =` : `${name} = ${first}`
  return [head, ...more.map((line) => `${INDENT}${line}`)].join('\n')
}

/** What holds on a host: what it has, or the default. */
export const valueOf = (one: Setting, host: HostSpec): unknown => one.get(host) ?? one.default

/** A value in one line, as goals compare it; empty where nothing is set. */
export function valueText(one: Setting, host: HostSpec): string {
  const value = valueOf(one, host)
  if (value === undefined) return ''
  return one.type
    .print(value)
    .filter((line) => line !== '')
    .join(one.type.print(value)[0] === '' ? ', ' : ' ')
}
