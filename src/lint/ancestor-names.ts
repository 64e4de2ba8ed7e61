import { labelsOf } from '../core/domain.ts'

/** The names above a name, the nearest first; the root is not among them. */
export const ancestorsOf = (name: string): string[] => {
  const labels = labelsOf(name)
  return labels.slice(1).map((_, at) => labels.slice(at + 1).join('.'))
}

/** For each name that something stands below, at any depth: the first such item. */
export function firstDescendants<Item>(
  items: Iterable<Item>,
  nameOf: (item: Item) => string,
): ReadonlyMap<string, Item> {
  const first = new Map<string, Item>()
  for (const item of items)
    for (const above of ancestorsOf(nameOf(item))) {
      // Whatever is known has passed its own ancestors already.
      if (first.has(above)) break
      first.set(above, item)
    }
  return first
}

/** The item that stands at the nearest name above. */
export function nearestAncestor<Item>(
  name: string,
  items: ReadonlyMap<string, Item>,
): Item | undefined {
  for (const above of ancestorsOf(name)) {
    const item = items.get(above)
    if (item !== undefined) return item
  }
  return undefined
}

/** By name; of several of one name the first. */
export function firstByName<Item>(
  items: Iterable<Item>,
  nameOf: (item: Item) => string,
): ReadonlyMap<string, Item> {
  const first = new Map<string, Item>()
  for (const item of items) if (!first.has(nameOf(item))) first.set(nameOf(item), item)
  return first
}
