import type { Section } from '../../core/section.ts'
import { asCharacters } from '../../core/bytes.ts'
import type { Span } from '../../core/span.ts'
import { listOf } from '../../auth/dkim/difference/likely-cause.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { CheckFinding, Missing, SenderVerdict } from './checked.ts'
import { fixOf, type Lines } from './findings.ts'
import type { Noted } from './noted.ts'
import type { OpenedMessage } from './opened.ts'
import { otherNames } from './shown-name.ts'
import { allowing, spfReason } from './spf-remedy.ts'

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
  readonly #sources: readonly Lines[]
  readonly #isBelieved: boolean

  /**
   * @param sources The lines of each text.
   * @param isBelieved Whether DMARC passes: then what fails beside it does less harm.
   */
  constructor(opened: OpenedMessage, sources: readonly Lines[], isBelieved: boolean) {
    this.#opened = opened
    this.#sources = sources
    this.#isBelieved = isBelieved
  }

  addSpf(spf: SenderVerdict | undefined, place: Span | undefined): void {
    const at = place ?? this.#field('Return-Path')
    const source = { rfc: 7208, section: '2.6' }
    for (const one of spf?.missing.slice(0, 1) ?? [])
      this.#add('question', at, spf!.reason, source, one)
    if (!spf || !/fail|permerror/.test(spf.result)) return
    const severity = this.#isBelieved ? 'info' : spf.result === 'softfail' ? 'warning' : 'error'
    const fix = this.#isBelieved ? undefined : allowing(spf)
    this.#add(severity, at, `SPF: ${spf.result}. ${spfReason(spf)}`, source)
    const found = this.list.at(-1)!
    if (fix)
      this.list.splice(-1, 1, {
        ...found,
        fixes: [fixOf(fix, found.text, this.#sources)].filter(({ changes }) => changes.length > 0),
      })
  }

  /** @param added Where lines begin that were added to the body, in octets of the message. */
  addSignature(
    { isChanged, domain, selector, field, result, reason, missing }: SeenSignature,
    added?: number,
  ): void {
    const source = { rfc: 6376, section: '6.1' }
    const whose = domain ? ` (selector \`${selector}\` of \`${domain}\`)` : ''
    if (['fail', 'permerror', 'policy', 'neutral'].includes(result))
      this.#add(
        this.#isBelieved ? 'warning' : 'error',
        field,
        `DKIM: ${result}${whose}. ${reason}${isChanged ? this.#whoChanged(added) : ''}`,
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

  /** @param others Domains for which SPF or DKIM passes. */
  addDmarc({ result, reason, disposition, missing }: SeenPolicy, others: readonly string[]): void {
    const at = this.#field('From')
    const source = { rfc: 9989, section: '5.3' }
    if (missing) this.#add('question', at, reason, source, missing)
    if (result === 'fail')
      this.#add(
        disposition === 'none' ? 'warning' : 'error',
        at,
        `DMARC: fail. ${reason}${remedy(others)}`,
        source,
      )
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

  /** The name is what most programs show; an address in it that is not the sender's is read as the sender. */
  addShownName(): void {
    if (listOf(this.#opened.message) !== undefined) return
    for (const { value, span } of fieldsNamed(this.#opened.message, 'From').slice(0, 1))
      for (const sentence of otherNames(asCharacters(value)))
        this.#add('warning', span, sentence, { rfc: 5322, section: '3.4' })
  }

  #whoChanged(added: number | undefined): string {
    const list = listOf(this.#opened.message)
    if (added !== undefined) {
      const { line } = this.#own.place(this.#opened.readable.place({ from: added, to: added }))
      const who = list === undefined ? 'a gateway or a list' : `the mailing list \`${list}\``
      return ` Above line ${line} the body is as it was signed: what stands from there on was added on the way, likely by ${who}. Add no text after signing, or sign again where it is added.`
    }
    return list === undefined
      ? ' Compare it with what was sent: that shows which octet it was.'
      : ` It came through the mailing list \`${list}\`, which likely changed it. Compare it with what was sent.`
  }

  get #own(): Lines {
    return this.#sources[Number(this.#opened.file)]!
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
      ...(octets && { place: this.#own.place(this.#opened.readable.place(octets)) }),
      ...{ message, source, fixes: [] },
      ...(missing && { missing }),
    })
  }
}

/** Who sends for somebody in a name of their own passes, and not for the author. */
const remedy = (others: readonly string[]): string =>
  others.length > 0
    ? ` What passes is for \`${others[0]}\`: a service that sends for you signs with a key of your domain (DKIM) once you have set that up with it.`
    : ''
