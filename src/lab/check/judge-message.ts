import type { Section } from '../../core/section.ts'
import type { Span } from '../../core/span.ts'
import type { Crypto } from '../../core/effects.ts'
import { domainOf } from '../../core/domain.ts'
import { validateArc } from '../../auth/arc/validate.ts'
import { authorDomains } from '../../auth/author-domains.ts'
import { keyName } from '../../auth/dkim/find-key.ts'
import { listOf } from '../../auth/dkim/difference/likely-cause.ts'
import type { SignatureVerdict } from '../../auth/dkim/verdict.ts'
import { verifyDkim } from '../../auth/dkim/verify.ts'
import type { DmarcVerdict } from '../../auth/dmarc/evaluate.ts'
import { judgeAuthors } from '../../auth/judge-authors.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { LinkedSender } from '../link/link.ts'
import type { CheckFinding, CheckVerdict, Missing, SenderVerdict } from './checked.ts'
import { tracedEnvelope } from './envelope.ts'
import type { Lines } from './findings.ts'
import { askKnown, askKnownLater, type Asked, type KnownDns } from './known-dns.ts'
import { maySend } from './may-send.ts'
import type { Opened } from './opened.ts'

/** What a message is judged with. */
export interface Judging {
  readonly dns: KnownDns
  readonly crypto: Crypto
  readonly now: number
  /** In place of what the message's own trace states. */
  readonly sender?: LinkedSender | undefined
}

export interface JudgedText {
  readonly verdicts: readonly CheckVerdict[]
  readonly findings: readonly CheckFinding[]
}

type OpenedMessage = Extract<Opened, { kind: 'message' }>

/** Judges a message as a receiver does, as far as what was pasted goes. Never throws. */
export async function judgeMessage(
  opened: OpenedMessage,
  lines: Lines,
  { dns, crypto, now, sender }: Judging,
): Promise<JudgedText> {
  const { message } = opened
  const traced = tracedEnvelope(message)
  const spf = spfOf(traced, sender, dns)
  const at = traced.at ?? now
  const dkim = await askKnownLater(verifyDkim(message, { now: at }), dns, crypto)
  const signatures = dkim.result.signatures.map((one) =>
    seenSignature(one, dkim.missing, opened.isHeaderOnly),
  )
  const policy = dmarcOf(authorDomains(message), spf, signatures, dns)
  const arc = fieldsNamed(message, 'ARC-Seal').length
    ? await askKnownLater(validateArc(message, { now: at }), dns, crypto)
    : undefined
  const verdicts: CheckVerdict[] = [
    spf
      ? { method: 'spf', result: spf.result, reason: spf.reason }
      : { method: 'spf', result: 'unknown', reason: NO_ENVELOPE },
    ...signatures.map(({ result, reason }) => ({ method: 'dkim' as const, result, reason })),
    ...(signatures.length === 0
      ? [{ method: 'dkim' as const, result: 'none', reason: dkim.result.reason }]
      : []),
    { method: 'dmarc', result: policy.result, reason: policy.reason },
    ...(arc ? [arcVerdict(arc.result, arc.missing)] : []),
  ]
  const findings = new MessageFindings(opened, lines, policy.result === 'pass')
  findings.addSpf(spf, traced.place)
  for (const one of signatures) findings.addSignature(one)
  if (signatures.length === 0) findings.addUnsigned()
  findings.addDmarc(policy)
  return { verdicts, findings: findings.list }
}

const NO_ENVELOPE =
  'The message does not state who connected and for whom: no `Return-Path` with a `Received` that has an address. Type both under “May this address send?”.'

function spfOf(
  { ip, mailFrom, helo }: ReturnType<typeof tracedEnvelope>,
  sender: LinkedSender | undefined,
  dns: KnownDns,
): SenderVerdict | undefined {
  const asked =
    sender ?? (ip !== undefined && mailFrom !== undefined ? { ip, mailFrom } : undefined)
  return asked && maySend(asked, dns, helo)
}

interface SeenSignature {
  /** Whether what it signs is other than it was. */
  readonly isChanged: boolean
  readonly domain: string
  readonly selector: string
  readonly field: Span
  readonly result: string
  readonly reason: string
  readonly missing?: Missing
}

/** A verdict on a signature, as far as it can be known. */
function seenSignature(
  { domain, selector, field, result, reason, bodyHash, headerSignature }: SignatureVerdict,
  missing: readonly Missing[],
  isHeaderOnly: boolean,
): SeenSignature {
  const isChanged =
    headerSignature === 'broken' ||
    (bodyHash === 'differs' && !isHeaderOnly) ||
    bodyHash === 'too-short'
  const about = { isChanged, domain, selector, field }
  const name = keyName(selector, domain)
  const key = missing.find((one) => one.name === name)
  if (isHeaderOnly && bodyHash === 'differs')
    return {
      ...about,
      result: headerSignature === 'broken' ? result : 'unknown',
      reason:
        headerSignature === 'holds'
          ? `The signature of \`${domain}\` fits the header. Its body is not here, so whether that is unchanged is not known.`
          : headerSignature === 'broken'
            ? `The signature of \`${domain}\` does not fit the header: a signed field was changed, or another key signed.`
            : `Only the header is here: the signature of \`${domain}\` takes the body too.`,
      ...(key && { missing: key }),
    }
  if (!key) return { ...about, result, reason }
  const isBodyWhole = bodyHash !== 'differs' && bodyHash !== 'too-short'
  return {
    ...about,
    missing: key,
    result: isBodyWhole ? 'unknown' : 'fail',
    reason: isBodyWhole
      ? `The body is as \`${domain}\` signed it. For the header the key at \`${name}\` is needed, which was not pasted.`
      : `The body was changed after \`${domain}\` signed it: its hash is not the one in \`bh=\`.`,
  }
}

interface SeenPolicy {
  readonly result: string
  readonly reason: string
  readonly disposition: string
  readonly missing?: Missing
}

/** DMARC is known where it comes out alike whatever the verdicts are that are not known. */
function dmarcOf(
  authors: readonly string[],
  spf: SenderVerdict | undefined,
  signatures: readonly SeenSignature[],
  dns: KnownDns,
): SeenPolicy {
  const judgedWith = (unknown: 'pass' | 'temperror'): Asked<DmarcVerdict> => {
    const known = (result: string): string => (result === 'unknown' ? unknown : result)
    return askKnown(
      judgeAuthors(authors, {
        spf: { result: known(spf?.result ?? 'unknown'), domain: spfDomain(spf, authors) },
        dkim: signatures.map(({ result, domain }) => ({ result: known(result), domain })),
        mode: '9989',
      }),
      dns,
    )
  }
  const worst = judgedWith('temperror')
  const best = judgedWith('pass')
  const [policy] = worst.missing
  if (worst.result.result === 'pass') return worst.result
  if (best.result.result === worst.result.result && best.result.result !== 'temperror')
    return best.result
  if (best.result.result === 'fail') return best.result
  return worst.result.result === 'temperror' && policy
    ? {
        ...{ result: 'unknown', disposition: 'none', missing: policy },
        reason: `The policy at \`${policy.name}\` was not pasted.`,
      }
    : {
        ...{ result: 'unknown', disposition: 'none' },
        reason: 'It hangs on SPF or DKIM, which are not known yet.',
      }
}

/** An envelope that nobody knows could have been the author's own. */
const spfDomain = (spf: SenderVerdict | undefined, authors: readonly string[]): string =>
  spf ? domainOf(spf.mailFrom) || spf.mailFrom : (authors[0] ?? '')

const arcVerdict = (
  { status, reason }: { readonly status: string; readonly reason: string },
  missing: readonly Missing[],
): CheckVerdict =>
  missing.length > 0
    ? {
        method: 'arc',
        result: 'unknown',
        reason: `The key at \`${missing[0]!.name}\` was not pasted.`,
      }
    : { method: 'arc', result: status, reason }

/** Findings of the verdicts on one message, in its order. */
class MessageFindings {
  readonly list: CheckFinding[] = []
  readonly #opened: OpenedMessage
  readonly #lines: Lines
  readonly #isBelieved: boolean

  /** @param isBelieved Whether DMARC passes: then what fails beside it does less harm. */
  constructor(opened: OpenedMessage, lines: Lines, isBelieved: boolean) {
    this.#opened = opened
    this.#lines = lines
    this.#isBelieved = isBelieved
  }

  addSpf(spf: SenderVerdict | undefined, place: Span | undefined): void {
    const at = place ?? this.#field('Return-Path')
    const source = { rfc: 7208, section: '2.6' }
    for (const one of spf?.missing.slice(0, 1) ?? [])
      this.#add('question', at, spf!.reason, source, one)
    if (!spf || !/fail|permerror/.test(spf.result)) return
    const severity = this.#isBelieved ? 'info' : spf.result === 'softfail' ? 'warning' : 'error'
    this.#add(severity, at, `SPF: ${spf.result}. ${spf.reason}`, source)
  }

  addSignature({
    isChanged,
    domain,
    selector,
    field,
    result,
    reason,
    missing,
  }: SeenSignature): void {
    const source = { rfc: 6376, section: '6.1' }
    const whose = domain ? ` (selector \`${selector}\` of \`${domain}\`)` : ''
    if (['fail', 'permerror', 'policy', 'neutral'].includes(result))
      this.#add(
        this.#isBelieved ? 'warning' : 'error',
        field,
        `DKIM: ${result}${whose}. ${reason}${isChanged ? this.#whoChanged() : ''}`,
        source,
      )
    if (missing)
      this.#add(
        'question',
        field,
        `The key of this signature is at \`${missing.name}\`, and was not pasted.`,
        { rfc: 6376, section: '3.6.2.1' },
        missing,
      )
  }

  addUnsigned(): void {
    this.#add(
      this.#isBelieved ? 'info' : 'warning',
      this.#field('From'),
      'The message has no DKIM signature: once it is forwarded, nothing proves where it came from.',
      { rfc: 6376, section: '6.1' },
    )
  }

  addDmarc({ result, reason, disposition, missing }: SeenPolicy): void {
    const at = this.#field('From')
    const source = { rfc: 9989, section: '5.3' }
    if (missing) this.#add('question', at, reason, source, missing)
    if (result === 'fail')
      this.#add(disposition === 'none' ? 'warning' : 'error', at, `DMARC: fail. ${reason}`, source)
    if (result === 'permerror') this.#add('error', at, `DMARC: ${reason}`, source)
  }

  #whoChanged(): string {
    const list = listOf(this.#opened.message)
    return list === undefined
      ? ' Compare it with what was sent: that shows which octet it was.'
      : ` It came through the mailing list \`${list}\`, which likely changed it. Compare it with what was sent.`
  }

  #field(name: string): Span | undefined {
    return fieldsNamed(this.#opened.message, name)[0]?.span
  }

  #add(
    severity: CheckFinding['severity'],
    octets: Span | undefined,
    message: string,
    source: Section,
    missing?: Missing,
  ): void {
    this.list.push({
      text: Number(this.#opened.file),
      severity,
      ...(octets && { place: this.#lines.place(this.#opened.readable.place(octets)) }),
      ...{ message, source, fixes: [] },
      ...(missing && { missing }),
    })
  }
}
