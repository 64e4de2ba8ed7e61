import { labelsOf } from '../core/domain.ts'
import type { OwnerPattern } from './tag-format.ts'

/** Whether readers look at that name for such a record. */
export function standsRight(pattern: OwnerPattern, owner: string): boolean {
  const labels = labelsOf(owner)
  if (pattern.alsoBelow !== undefined && labels.includes(pattern.alsoBelow)) return true
  const at = indexOf(pattern, labels)
  return pattern.selector === undefined ? at === 0 : at > 0
}

/** Whether the name has the labels of such a record, in the right place or in another. */
export const standsNear = (pattern: OwnerPattern, owner: string): boolean => {
  const at = indexOf(pattern, labelsOf(owner))
  return pattern.selector === undefined ? at >= 0 : at > 0
}

/** Whether the name has the labels, and lacks the selector before them and behind them. */
export const lacksSelector = (pattern: OwnerPattern, owner: string): boolean =>
  pattern.selector !== undefined &&
  indexOf(pattern, labelsOf(owner)) === 0 &&
  !(pattern.firstLabelSelects && domainOf(pattern, owner).length > 2)

/** The domain that a record speaks for: the labels behind the pattern's, or all. */
export function domainOf(pattern: OwnerPattern, owner: string): string[] {
  const labels = labelsOf(owner)
  const at = indexOf(pattern, labels)
  return at < 0 ? labels : labels.slice(at + pattern.labels.split('.').length)
}

/** The labels in front of the pattern's: of a record without a selector, a subdomain in the wrong place. */
function before(pattern: OwnerPattern, owner: string): string[] {
  const labels = labelsOf(owner)
  return labels.slice(0, Math.max(0, indexOf(pattern, labels)))
}

/** The name at which a record that stands at a wrong one belongs. */
export function rightOwner(pattern: OwnerPattern, owner: string): string {
  const { labels, selector, firstLabelSelects, slips } = pattern
  if (lacksSelector(pattern, owner)) return `${selector}.${owner}`
  const domain = slips ? owner.replace(slips, '') : owner
  const [first, ...rest] = domainOf(pattern, domain)
  // Below a domain of two labels or more, the first label will be the selector.
  if (firstLabelSelects && rest.length >= 2) return `${first}.${labels}.${rest.join('.')}`
  if (selector === undefined)
    return [labels, ...before(pattern, domain), ...domainOf(pattern, domain)].join('.')
  return `${selector}.${labels}.${domain}`
}

function indexOf({ labels }: OwnerPattern, owner: readonly string[]): number {
  const wanted = labels.split('.')
  return owner.findIndex((_, at) => wanted.every((label, index) => owner[at + index] === label))
}
