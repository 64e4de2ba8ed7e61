import type { AuthenticationResults, MethodResult } from './results.ts'
import { writeValue } from './value.ts'

/** The content of an Authentication-Results field, as plain texts. */
export interface PlainResults {
  /** Who judged. */
  readonly authservId: string
  /** The format's version; none by default, which means 1. */
  readonly version?: string
  /** Empty where nothing was checked: then the field holds `none`. */
  readonly results: readonly PlainResult[]
}

export interface PlainResult {
  /** `spf` */
  readonly method: string
  readonly methodVersion?: string
  /** `pass` */
  readonly result: string
  readonly reason?: string
  /** By their whole names: `smtp.mailfrom`. One name may stand several times. */
  readonly properties?: readonly (readonly [name: string, value: string])[]
}

/**
 * The value of an Authentication-Results field (RFC 8601 §2.2), on one line. Never throws: what
 * would end a word is left out of it, and values are quoted where they need it.
 */
export function printResults({ authservId, version, results }: PlainResults): string {
  const head = writeValue(authservId) + (version === undefined ? '' : ` ${word(version)}`)
  const printed = results.length ? results.map(printResult) : ['none']
  return [head, ...printed].join('; ')
}

function printResult(one: PlainResult): string {
  const { method, methodVersion, result, reason, properties = [] } = one
  const version = methodVersion === undefined ? '' : `/${word(methodVersion)}`
  const why = reason === undefined ? [] : [`reason=${writeValue(reason)}`]
  const more = properties.map(([name, value]) => `${word(name)}=${writeValue(value)}`)
  return [`${word(method)}${version}=${word(result)}`, ...why, ...more].join(' ')
}

/** Keywords (RFC 8601 §2.2) hold none of these. */
export const word = (text: string): string => text.replace(/[\s;()"\\=/]+/g, '')

/** What was read, without spans and comments. Results that could not be read are not among it. */
export const plainResults = ({
  authservId,
  version,
  results,
}: AuthenticationResults): PlainResults => ({
  authservId: authservId?.text ?? '',
  ...(version && { version: version.text }),
  results: results.map(plainResult),
})

const plainResult = ({
  method,
  methodVersion,
  result,
  reason,
  properties,
}: MethodResult): PlainResult => ({
  method: method.text,
  ...(methodVersion && { methodVersion: methodVersion.text }),
  result: result.text,
  ...(reason && { reason: reason.text }),
  properties: properties.map(({ ptype, property, value }) => [
    `${ptype.text}.${property.text}`,
    value.text,
  ]),
})
