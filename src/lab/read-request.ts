import { isObject } from '../core/text/is-object.ts'
import {
  isAnything,
  isCount,
  isText,
  isTexts,
  listOf,
  wrongField,
  type Fields,
} from './field-checks.ts'
import { isInput } from './is-input.ts'
import { LAB_PROTOCOL, type LabRequest } from './protocol.ts'

/**
 * Reads a request that came from elsewhere.
 * @returns A sentence where it is none that this version knows. Never throws.
 */
export function readRequest(value: unknown): LabRequest | string {
  if (!isObject(value) || typeof value['kind'] !== 'string') return 'This is no request to a lab.'
  const { kind } = value
  if (!Object.hasOwn(fields, kind)) return `A lab has no request “${kind}”.`
  if (kind === 'open' && value['version'] !== LAB_PROTOCOL)
    return `This lab speaks version ${LAB_PROTOCOL} of its protocol, and the request is of version ${String(value['version'])}: reload the page.`
  const wrong = wrongField(value, fields[kind as LabRequest['kind']])
  return wrong
    ? `The field “${wrong}” of the request “${kind}” is not what it should be.`
    : (value as unknown as LabRequest)
}

/** What each field of a request must be. What a lesson holds is found out when it opens. */
const fields: Readonly<Record<LabRequest['kind'], Fields>> = {
  prepare: { lesson: isObject },
  open: {
    ...{ version: isCount, run: isCount, lesson: isObject, zones: isTexts, columns: isCount },
    journal: listOf(isInput),
  },
  input: { run: isCount, number: isCount, input: isInput },
  columns: { columns: isCount },
  ask: { id: isCount, name: isText, asked: isAnything },
  snapshot: { run: isCount },
}
