import type { Authentication } from '../../auth/authenticate.ts'
import { evaluateBimi, type BimiVerdict } from '../../auth/bimi/evaluate.ts'
import { indicatorProblem } from '../../auth/bimi/indicator.ts'
import { parseSelectorField } from '../../auth/bimi/selector-field.ts'
import { coversFields } from '../../auth/dkim/covers.ts'
import { writeValue } from '../../auth/results/value.ts'
import { encodeBase64 } from '../../core/base64.ts'
import { asCharacters, utf8 } from '../../core/bytes.ts'
import { runAsync } from '../../core/effects.ts'
import { inALabels } from '../../core/idna.ts'
import { parseAddresses, type Mailbox } from '../../message/addresses.ts'
import { foldField } from '../../message/compose.ts'
import { fieldNamed, fieldsNamed } from '../../message/field.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import type { Disposition } from '../disposition.ts'
import { answersOn, type Internet } from '../internet.ts'
import { fetchHttps } from '../web/fetch.ts'
import type { Examined } from './examine.ts'
import type { Incoming, Receiver } from './receiver.ts'

/** What a host found of the logo of an author’s domain. */
export interface FoundLogo {
  /** For Authentication-Results: `bimi=pass header.d=example.org header.selector=default`. */
  readonly result: string
  /** Lines of the header, each without its CRLF: where the logo is, and the logo itself. */
  readonly fields: readonly string[]
}

/**
 * Looks for the logo of a message’s author, where DMARC passed under a policy that enforces
 * (draft-brand-indicators-for-message-identification §7): its record, then the file itself. Evidence of whose logo it is
 * is not looked at.
 * @returns `undefined` where the host does not look for logos.
 */
export async function findLogo(
  net: Internet,
  receiver: Receiver,
  incoming: Incoming,
  examined: Examined | undefined,
  { action }: Pick<Disposition, 'action'>,
): Promise<FoundLogo | undefined> {
  if (!receiver.service.bimi || !examined) return undefined
  const message = parseMessage(incoming.message)
  const author = onlyAuthor(message)
  const { authentication } = examined.judgement
  if (!author || action !== 'inbox' || authentication.dmarc.result !== 'pass')
    return { result: 'bimi=skipped', fields: [] }
  const verdict = await look(net, receiver, { message, author, authentication })
  const found = await fetched(net, receiver, verdict)
  note(net, receiver, author.domain, verdict, found.problem)
  const { result } = found.problem === undefined ? verdict : { result: 'fail' }
  return { result: written(result, verdict), fields: found.fields }
}

/** Of several authors none has a logo (§7.1, step 1). */
function onlyAuthor(message: Message): Mailbox | undefined {
  const fields = fieldsNamed(message, 'From')
  const { mailboxes } = parseAddresses(asCharacters(fields[0]?.value ?? ''))
  return fields.length === 1 && mailboxes.length === 1 ? mailboxes[0] : undefined
}

interface Authored {
  readonly message: Message
  readonly author: Mailbox
  readonly authentication: Authentication
}

/** A selector counts where a signature covers it that makes DMARC pass. */
function look(
  net: Internet,
  { host, connection }: Receiver,
  { message, author, authentication }: Authored,
): Promise<BimiVerdict> {
  const field = fieldNamed(message, 'BIMI-Selector')
  const selector =
    field && coversFields(message, alignedIn(authentication), ['bimi-selector'])
      ? parseSelectorField(field.value)
      : undefined
  return runAsync(
    evaluateBimi({
      ...{ from: author.domain, dmarc: authentication.dmarc.result, localPart: author.localPart },
      ...(selector !== undefined && { selector }),
    }),
    answersOn(net, host.name, { judges: connection }),
  )
}

/** Signatures that hold, of the author’s domain or one that belongs to it. */
function alignedIn({ dkim, dmarc }: Authentication): ReadonlySet<string> {
  const domains = dmarc.alignment.dkim.flatMap((one) => (one.aligned ? [one.domain] : []))
  return new Set(
    dkim.signatures
      .filter(({ result, domain }) => result === 'pass' && domains.includes(domain))
      .map(({ signature }) => signature),
  )
}

interface Fetched {
  readonly fields: readonly string[]
  /** Why the logo is not shown, though there is a record of one. */
  readonly problem?: string
}

async function fetched(
  net: Internet,
  { host, connection }: Receiver,
  { result, location: url = '' }: BimiVerdict,
): Promise<Fetched> {
  if (result !== 'pass') return { fields: [] }
  const answer = await fetchHttps(net, { by: host.name, url, judges: connection })
  if (!answer.ok) return { fields: [], problem: `It cannot be fetched: ${answer.reason}` }
  if (answer.status !== 200)
    return { fields: [], problem: `It cannot be fetched: \`${url}\` answers ${answer.status}.` }
  const problem = indicatorProblem(answer.text)
  if (problem) return { fields: [], problem: `The file there ${problem.message}.` }
  const lines = encodeBase64(utf8(answer.text)).match(/.{1,60}/g) ?? []
  return {
    fields: [
      foldField('BIMI-Location', `v=BIMI1; l=${url}`),
      `BIMI-Indicator: ${lines.join('\r\n ')}`,
    ],
  }
}

/** §7.7 */
const written = (result: string, { domain, selector }: BimiVerdict): string =>
  domain === undefined
    ? `bimi=${result}`
    : `bimi=${result} header.d=${writeValue(inALabels(domain))} header.selector=${writeValue(selector)} policy.authority=none`

/** That a domain has no record is nothing to speak of. */
function note(
  net: Internet,
  { host, connection }: Receiver,
  subject: string,
  { result, reason, place }: BimiVerdict,
  problem: string | undefined,
): void {
  if (result === 'none') return
  const isShown = result === 'pass' && problem === undefined
  net.emit({
    ...{ type: 'decided', host: host.name, connection, policy: 'bimi', subject },
    action: isShown ? 'accepted' : 'noted',
    reason: problem === undefined ? reason : `${reason} ${problem}`,
    ...{ setting: 'smtp.bimi', line: 'bimi = yes', ...(place && { place }) },
  })
}

/** What only the host that delivers may state: those that a message came with go. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['bimi-location', 'bimi-indicator'])
export const isLogoField = ({ lower }: { readonly lower: string }): boolean => OWN_FIELDS.has(lower)
