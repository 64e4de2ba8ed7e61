import { parseTagList, tagNamed } from '../tag-list.ts'

/**
 * The selector that a `BIMI-Selector` field names, as in `v=BIMI1; s=brand`. Never throws.
 * @returns `undefined` where the field does not begin with its version, or names none: then the default one counts.
 */
export function parseSelectorField(value: string): string | undefined {
  const list = parseTagList(value)
  const [first] = list.tags
  if (first?.name !== 'v' || first.value !== 'BIMI1') return undefined
  const selector = tagNamed(list, 's')?.value ?? ''
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9-]{1,63})*$/i.test(selector)
    ? selector
    : undefined
}
