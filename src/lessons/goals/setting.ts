import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'

/**
 * @example
 * { kind: setting, host: mail.example.org, name: relay_networks, value: [192.0.2.7] }
 */
export const setting = defineCondition({
  kind: 'setting',
  about:
    'A host works by settings in which one has a value, as printed: what its document says, or the default. An edit with errors does not count. At least one of `value` and `has` is needed; with both, both must hold.',
  entries: () => ({
    /** A host whose settings are a document of the lesson. */
    host: v.string(),
    /** The name of the setting, `relay_networks`; docs/settings.md has all. */
    name: v.string(),
    /** The value as printed, `5m`; empty where nothing is set. A list is the same in any order. */
    value: v.exactOptional(v.union([v.string(), v.number(), v.array(v.string())])),
    /** One entry that its list has. */
    has: v.exactOptional(v.string()),
  }),
  check({ host, name, value, has }, { setting: valueOf }) {
    const found = valueOf?.(host, name)
    if (found === undefined)
      return notYet(`The settings of ${code(host)} are no document here, or have no ${code(name)}.`)
    const entries = found === '' ? [] : found.split(', ')
    const isValue =
      value === undefined ||
      (Array.isArray(value) ? isSameSet(value, entries) : isSameSet([String(value)], [found]))
    if (isValue && (has === undefined || entries.includes(has))) return met
    return notYet(
      found === ''
        ? `On ${code(host)}, ${code(name)} is not set.`
        : `On ${code(host)}, ${code(name)} is ${code(found)}.`,
    )
  },
})

const isSameSet = (these: readonly string[], others: readonly string[]): boolean =>
  these.length === others.length && these.every((one) => others.includes(one))
