import type { Message } from '../message/parse.ts'
import { mergeResults } from '../auth/arc/merge-results.ts'
import { parseResults } from '../auth/results/parse.ts'
import { plainResults, printResults, type PlainResults } from '../auth/results/print.ts'
import type { ResultsProblem } from '../auth/results/results.ts'

export interface ResultsReading extends PlainResults {
  /** What does not fit the grammar, with its span in the text. */
  readonly problems: readonly ResultsProblem[]
}

/**
 * Reads the value of an Authentication-Results field (RFC 8601 §2.2). Never throws: what cannot be
 * read is left out, and is a problem.
 *
 * @example
 * const { authservId, results } = readAuthenticationResults(
 *   'mx.example.org; spf=pass smtp.mailfrom=example.net; dkim=none',
 * )
 * // results[0]: { method: 'spf', result: 'pass', properties: [['smtp.mailfrom', 'example.net']] }
 */
export function readAuthenticationResults(value: string): ResultsReading {
  const read = parseResults(value)
  return { ...plainResults(read), problems: read.problems }
}

/**
 * Writes the value of an Authentication-Results field, on one line. What strangers wrote is quoted
 * and ends nothing. `authenticate` gives such a value too, for its own verdicts.
 *
 * @example
 * writeAuthenticationResults({ authservId: 'mx.example.org', results: [] })
 * // 'mx.example.org; none'
 */
export const writeAuthenticationResults = (results: PlainResults): string => printResults(results)

/**
 * All results that one host wrote into a message, as one list: what `sealArc` takes as
 * `authenticationResults` (RFC 8617 §4.1.1). `none` where there are none.
 * @param authservId The host's name in its Authentication-Results fields, in any case.
 *
 * @example
 * const own = mergeAuthenticationResults(parseMessage(bytes), 'mx.example.org')
 * // 'spf=pass smtp.mailfrom=example.org; dkim=none'
 */
export const mergeAuthenticationResults = (
  message: Pick<Message, 'fields'>,
  authservId: string,
): string => mergeResults(message, authservId)
