import type { Resolver } from '../core/dns.ts'
import {
  findDestinations,
  type DestinationQuery,
  type Destinations,
} from '../auth/dmarc/external-destination.ts'
import { openReport } from '../auth/dmarc/reports/open-report.ts'
import type { ReadReport } from '../auth/dmarc/reports/read.ts'
import { readFailureReport as readFailure } from '../auth/dmarc/reports/read-failure.ts'
import type { ReadFailureReport } from '../auth/dmarc/reports/failure.ts'
import { parseMessage } from '../message/parse.ts'
import { parseDsn as readDsn } from '../message/dsn/read.ts'
import type { ReadDsn } from '../message/dsn/dsn.ts'
import { runLater, runNow, type AsyncResolver } from './resolver.ts'

/**
 * Reads a DMARC aggregate report (RFC 9990, or RFC 7489): the XML, or its octets, packed with gzip or
 * in a ZIP archive or not at all; or the whole mail that carries it. Never throws: each problem has its
 * place.
 *
 * @example
 * const { report, form, problems } = readDmarcReport(bytes)
 * if (report) console.log(form, summarizeReports([report]).sources)
 */
export const readDmarcReport = (document: Uint8Array | string): ReadReport => openReport(document)

/**
 * Reads a DMARC failure report (RFC 9991) out of its mail. Never throws.
 *
 * @example
 * const { report } = readFailureReport(bytes)
 * if (report) console.log(report.reportedDomain, report.identityAlignment)
 */
export const readFailureReport = (mail: Uint8Array): ReadFailureReport =>
  readFailure(parseMessage(mail))

/**
 * Reads a delivery status notification (RFC 3464) out of its mail. Never throws.
 *
 * @example
 * for (const { finalRecipient, status } of parseDsn(bytes).dsn?.recipients ?? [])
 *   console.log(finalRecipient?.value, status?.meaning)
 */
export const parseDsn = (mail: Uint8Array): ReadDsn => readDsn(parseMessage(mail))

/** `mode` is `9989` by default. */
export type DestinationInput = Omit<DestinationQuery, 'mode'> &
  Partial<Pick<DestinationQuery, 'mode'>>

/**
 * Where a policy’s reports may be sent (RFC 9990 §4): others are asked whether they want them.
 *
 * @example
 * const verdict = evaluateDmarc(input, resolver)
 * const { addresses } = findReportDestinations(
 *   { policyDomain: verdict.policyDomain, record: verdict.record, tag: 'rua' },
 *   resolver,
 * )
 */
export const findReportDestinations = (input: DestinationInput, resolver: Resolver): Destinations =>
  runNow(findDestinations({ ...input, mode: input.mode ?? '9989' }), resolver)

/** `findReportDestinations` with a resolver that answers later. */
export const findReportDestinationsAsync = (
  input: DestinationInput,
  resolver: AsyncResolver,
): Promise<Destinations> =>
  runLater(findDestinations({ ...input, mode: input.mode ?? '9989' }), resolver)
