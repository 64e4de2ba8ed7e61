import { parseSpf } from './parse.ts'
import { isSpfText, mechanismsOf, modifierOf } from './record.ts'

/** Whether the text is an SPF record by which anybody at all may pass. */
export function permitsAnyone(text: string): boolean {
  if (!isSpfText(text)) return false
  const record = parseSpf(text)
  const mechanisms = mechanismsOf(record)
  const all = mechanisms.findIndex(({ name }) => name === 'all')
  const tried = all < 0 ? mechanisms : mechanisms.slice(0, all + 1)
  const redirects = all < 0 && modifierOf(record, 'redirect') !== undefined
  return redirects || tried.some(({ qualifier }) => qualifier === '+')
}
