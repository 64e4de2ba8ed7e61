import { parseParameters } from './parameters.ts'

/** A value with parameters: `text/plain; charset=utf-8`, `attachment; filename="a.txt"`. */
export interface ParameterValue {
  /** In lower case. */
  readonly value: string
  /** By name in lower case, their pieces joined and decoded (RFC 2231); the first of a name counts. */
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Reads `Content-Type` and `Content-Disposition` (RFC 2045 §5.1, RFC 2183 §2). Never throws.
 * `parseParameters` reports positions and problems.
 */
export function parseParameterValue(text: string): ParameterValue {
  const { value, parameters } = parseParameters(text)
  return { value, parameters: Object.fromEntries(parameters.map((one) => [one.name, one.value])) }
}
