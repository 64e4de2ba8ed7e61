import * as v from 'valibot'
import type { SignatureVerdict } from '../../auth/dkim/verdict.ts'
import { sameName } from '../../core/domain.ts'
import type { JourneyEnd } from '../../world/journey.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet, type MailReport } from '../evidence.ts'
import { code, ended } from '../wording.ts'

const entries = {
  /** The id of a mail of the world. */
  mail: v.string(),
  /** Who signed (`d=`). */
  domain: v.string(),
  /** Which key (`s=`); any by default. */
  selector: v.exactOptional(v.string()),
  /** `pass`, `fail`, `permerror` … */
  result: v.exactOptional(v.string()),
  /** Whether the hash in `bh=` fits the body. */
  body: v.exactOptional(v.picklist(['fits', 'differs'])),
  /** Whether `b=` fits the header fields that are signed. */
  header: v.exactOptional(v.picklist(['fits', 'differs'])),
  /** `a=`: `rsa-sha256` or `ed25519-sha256`. */
  algorithm: v.exactOptional(v.string()),
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: signature, mail: newsletter, domain: example.org, body: differs, header: fits }
 */
export const signature = defineCondition({
  kind: 'signature',
  about: 'A mail of the world carries a DKIM signature of a domain, and the receiver found it so.',
  reads: 'journeys',
  entries: () => entries,
  check(wanted, { journeys }) {
    const report = journeys.find(({ mail: { id } }) => id === wanted.mail)
    if (!report) return notYet(`No mail here is called ${code(wanted.mail)}.`)
    const own = signaturesOf(report).filter(
      ({ domain, selector }) =>
        sameName(domain, wanted.domain) &&
        (wanted.selector === undefined || sameName(selector, wanted.selector)),
    )
    if (own.some((one) => fits(wanted, one))) return met
    const [first] = own
    const why = first ? ended(first.reason) : `It carries no signature of ${code(wanted.domain)}.`
    return notYet(`${report.mail.title}: ${why}`)
  },
})

function signaturesOf({ journey: { end } }: MailReport): readonly SignatureVerdict[] {
  const found = end.kind === 'rejected' ? end.authentication : storedResults(end)
  return found?.dkim.signatures ?? []
}

const storedResults = (end: JourneyEnd) =>
  'message' in end ? end.message.authentication : undefined

const fits = (wanted: Wanted, found: SignatureVerdict): boolean =>
  (wanted.result === undefined || wanted.result === found.result) &&
  (wanted.algorithm === undefined || wanted.algorithm === found.algorithm) &&
  (wanted.body === undefined || wanted.body === bodyOf[found.bodyHash]) &&
  (wanted.header === undefined || wanted.header === headerOf[found.headerSignature])

const bodyOf = {
  match: 'fits',
  differs: 'differs',
  'too-short': 'differs',
  'not-checked': undefined,
} as const

const headerOf = { holds: 'fits', broken: 'differs', 'not-checked': undefined } as const
