import { isObject } from '../../../core/text/is-object.ts'

/** The key by which the items of a list are found. */
const keys = ['name', 'id', 'origin', 'address'] as const

/**
 * A world with a lesson's changes. Mappings are merged, and `null` takes a value out. An item of a list
 * takes the place of the one of the same name, id, origin or address, and others follow at the end; a
 * mapping in place of a list has items by that key, so that `null` takes one out there too.
 */
export function changeWorld(base: unknown, change: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(change)) return changeList(base, change)
  if (Array.isArray(base) && isObject(change)) return changeItems(base, change)
  if (!isObject(base) || !isObject(change)) return change
  const names = new Set([...Object.keys(base), ...Object.keys(change)])
  const entries = [...names].flatMap((name): [string, unknown][] => {
    if (!(name in change)) return [[name, base[name]]]
    if (change[name] === null) return []
    return [[name, name in base ? changeWorld(base[name], change[name]) : change[name]]]
  })
  return Object.fromEntries(entries)
}

function changeList(base: readonly unknown[], changes: readonly unknown[]): unknown[] {
  const key = keys.find((one) => changes.length > 0 && changes.every((item) => has(item, one)))
  if (!key) return [...changes]
  const changeOf = (item: unknown) =>
    changes.find((change) => has(item, key) && has(change, key) && change[key] === item[key])
  const kept = base.map((item) => {
    const change = changeOf(item)
    return change ? changeWorld(item, change) : item
  })
  return [...kept, ...changes.filter((change) => !base.some((item) => changeOf(item) === change))]
}

/** Items by their key: `null` takes one out, and one that is not there yet follows at the end. */
function changeItems(
  base: readonly unknown[],
  changes: Readonly<Record<string, unknown>>,
): unknown[] {
  const key = keys.find((one) => base.length > 0 && base.every((item) => has(item, one)))
  if (!key) return [...base]
  const names = base.map((item) => (has(item, key) ? String(item[key]) : ''))
  const kept = base.flatMap((item, at) => {
    const change = changes[names[at]!]
    if (change === null) return []
    return [change === undefined ? item : changeWorld(item, change)]
  })
  const fresh = Object.entries(changes).filter(
    ([name, change]) => change !== null && !names.includes(name),
  )
  return [...kept, ...fresh.map(([name, change]) => changeWorld({ [key]: name }, change))]
}

const has = (item: unknown, key: string): item is Readonly<Record<string, unknown>> =>
  isObject(item) && typeof item[key] === 'string'
