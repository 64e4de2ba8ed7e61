import { isObject } from '../core/text/is-object.ts'
import type { LabInput } from './lab.ts'

/** An input of a journal: what storage keeps and what a request carries. */
export function isInput(value: unknown): value is LabInput {
  if (!isObject(value)) return false
  const { kind, data, zone, text, mail } = value
  if (kind === 'type') return typeof data === 'string'
  if (kind === 'edit') return typeof zone === 'string' && typeof text === 'string'
  return kind === 'send' && typeof mail === 'string'
}
