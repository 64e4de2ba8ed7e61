import { isObject } from '../core/text/is-object.ts'
import type { LabInput } from './lab.ts'

/** An input of a journal: what storage keeps and what a request carries. */
export function isInput(value: unknown): value is LabInput {
  if (!isObject(value)) return false
  const { kind, data, zone, document, text, mail, card, answer, by, device, act } = value
  const { terminal, host } = value
  if (terminal !== undefined && !isStretch(terminal)) return false
  if (kind === 'type') return typeof data === 'string'
  if (kind === 'open') return !!terminal && typeof host === 'string'
  if (kind === 'close') return !!terminal
  if (kind === 'edit') return typeof (zone ?? document) === 'string' && typeof text === 'string'
  if (kind === 'answer') return typeof card === 'string' && isTextList(answer)
  if (kind === 'advance') return by === 'next' || isStretch(by)
  if (kind === 'device') return typeof device === 'string' && isObject(act)
  return kind === 'check' || (kind === 'send' && typeof mail === 'string')
}

/** The longest stretch of time that one input lets go by: thirty days. */
export const MAX_STRETCH = 30 * 86_400_000

/** The number of a terminal is a whole one too. */
const isStretch = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= MAX_STRETCH

const isTextList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
