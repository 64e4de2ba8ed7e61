import type { Section } from '../../core/section.ts'
import type { Span } from '../../core/span.ts'
import { listOf } from '../../auth/dkim/difference/likely-cause.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { CheckFinding, Missing, SenderVerdict } from './checked.ts'
import type { Lines } from './findings.ts'
import type { Noted } from './noted.ts'
import type { OpenedMessage } from './opened.ts'

/** What is known of a signature; `unknown` where its key was not pasted. */
export interface SeenSignature {
  /** Whether what it signs is other than it was. */
  readonly isChanged: boolean
  readonly domain: string
  readonly selector: string
  readonly field: Span
  readonly result: string
  readonly reason: string
  readonly missing?: Missing
}

/** What is known of DMARC. */
export interface SeenPolicy {
  readonly result: string
  readonly reason: string
  readonly disposition: string
  readonly missing?: Missing
}

/** Findings of the verdicts on one message, in its order. */
export class MessageFindings {
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

  /** Where nothing can be concluded here, what the receiver noted is the best that is known. */
  addNoted(noted: Noted): void {
    const result = noted.result('dmarc')
    if (result !== 'fail' && result !== 'permerror') return
    const who = noted.by ? `\`${noted.by}\`` : 'The receiver'
    this.#add(
      'warning',
      noted.place,
      `${who} noted \`dmarc=${result}\` when the message came. The records that are asked for here show why.`,
      { rfc: 8601, section: '2.2' },
    )
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
