import { joinedText } from '../../core/dns.ts'
import { treeOf, type TextRecord } from '../../auth/spf/published.ts'
import { isSpfText, mechanismsOf, modifierOf } from '../../auth/spf/record.ts'

/** Whether it is an SPF record by which anybody at all may pass. */
export function canPass(published: TextRecord): boolean {
  if (!isSpfText(joinedText(published))) return false
  const record = treeOf(published)
  const mechanisms = mechanismsOf(record)
  const all = mechanisms.findIndex(({ name }) => name === 'all')
  const tried = all < 0 ? mechanisms : mechanisms.slice(0, all + 1)
  const redirects = all < 0 && modifierOf(record, 'redirect') !== undefined
  return redirects || tried.some(({ qualifier }) => qualifier === '+')
}
