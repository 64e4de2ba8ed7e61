import { isObject } from '../core/text/is-object.ts'
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
  const wrong = Object.entries(fields[kind as LabRequest['kind']]).find(
    ([name, is]) => !is(value[name]),
  )
  return wrong
    ? `The field “${wrong[0]}” of the request “${kind}” is not what it should be.`
    : (value as unknown as LabRequest)
}

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isTexts: Check = (value) => isObject(value) && Object.values(value).every(isText)

/** What each field of a request must be. What a lesson holds is found out when it opens. */
const fields: Readonly<Record<LabRequest['kind'], Readonly<Record<string, Check>>>> = {
  open: {
    ...{ version: isCount, run: isCount, lesson: isObject, zones: isTexts, columns: isCount },
    journal: (value) => Array.isArray(value) && value.every(isInput),
  },
  input: { run: isCount, number: isCount, input: isInput },
  columns: { columns: isCount },
  ask: { id: isCount, name: isText, asked: () => true },
  snapshot: { run: isCount },
}
