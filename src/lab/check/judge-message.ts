import { domainOf } from '../../core/domain.ts'
import { runAsync, type Crypto } from '../../core/effects.ts'
import { validateArc } from '../../auth/arc/validate.ts'
import { authorDomains } from '../../auth/author-domains.ts'
import { keyName } from '../../auth/dkim/find-key.ts'
import type { SignatureVerdict } from '../../auth/dkim/verdict.ts'
import { verifyDkim } from '../../auth/dkim/verify.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { LinkedSender } from '../link/link.ts'
import { addedLines } from './added-lines.ts'
import { bounceFindings } from './bounce-findings.ts'
import type { CheckFinding, CheckVerdict, Missing, SenderVerdict } from './checked.ts'
import { tracedEnvelope } from './envelope.ts'
import type { Lines } from './findings.ts'
import { judgePolicy } from './judge-policy.ts'
import { askKnownLater } from './ask-known.ts'
import type { KnownDns } from './known-dns.ts'
import { maySend } from './may-send.ts'
import { MessageFindings, type SeenSignature } from './message-findings.ts'
import { notedIn, type Noted } from './noted.ts'
import { spfReason } from './spf-remedy.ts'
import type { OpenedMessage } from './opened.ts'

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

/** Judges a message as a receiver does, as far as what was pasted goes. Never throws. */
export async function judgeMessage(
  opened: OpenedMessage,
  sources: readonly Lines[],
  { dns, crypto, now, sender }: Judging,
): Promise<JudgedText> {
  const { message } = opened
  const lines = sources[Number(opened.file)]!
  const traced = tracedEnvelope(message)
  const spf = spfOf(traced, sender, dns)
  const at = traced.at ?? now
  const dkim = await askKnownLater(verifyDkim(message, { now: at }), dns, crypto)
  const signatures = dkim.result.signatures.map((one) =>
    seenSignature(one, dkim.missing, opened.isHeaderOnly),
  )
  const policy = judgePolicy(authorDomains(message), spf, signatures, dns)
  const arc = fieldsNamed(message, 'ARC-Seal').length
    ? await askKnownLater(validateArc(message, { now: at }), dns, crypto)
    : undefined
  const noted = notedIn(message)
  const verdicts: CheckVerdict[] = [
    withNote(noted, {
      method: 'spf',
      ...(spf
        ? { result: spf.result, reason: spfReason(spf) }
        : { result: 'unknown', reason: NO_ENVELOPE }),
    }),
    ...signatures.map(({ result, reason, domain }) =>
      withNote(noted, { method: 'dkim', result, reason }, domain),
    ),
    ...(signatures.length === 0
      ? [{ method: 'dkim' as const, result: 'none', reason: dkim.result.reason }]
      : []),
    withNote(noted, { method: 'dmarc', result: policy.result, reason: policy.reason }),
    ...(arc ? [arcVerdict(arc.result, arc.missing)] : []),
  ]
  const findings = new MessageFindings(opened, sources, policy.result === 'pass')
  findings.addSpf(spf, traced.place)
  for (const one of signatures)
    findings.addSignature(one, await addedTo(opened, one, dkim.result.signatures, crypto))
  findings.addShownName()
  if (signatures.length === 0) findings.addUnsigned()
  findings.addDmarc(policy, passing(spf, signatures))
  if (noted && policy.result === 'unknown') findings.addNoted(noted)
  const bounces = bounceFindings(opened, lines)
  // A report comes from a server itself: why it came matters, and hardly what vouches for it.
  const rest = bounces.length > 0 ? findings.list.map(lessHarm) : findings.list
  return { verdicts, findings: [...bounces, ...rest] }
}

/** Domains that SPF or DKIM vouches for. */
const passing = (
  spf: SenderVerdict | undefined,
  signatures: readonly SeenSignature[],
): readonly string[] => [
  ...signatures.flatMap(({ result, domain }) => (result === 'pass' ? [domain] : [])),
  ...(spf?.result === 'pass' ? [domainOf(spf.mailFrom) || spf.mailFrom] : []),
]

const LESS = {
  error: 'warning',
  warning: 'info',
  question: 'question',
  info: 'info',
  hint: 'hint',
} as const

const lessHarm = (one: CheckFinding): CheckFinding => ({ ...one, severity: LESS[one.severity] })

/** Where lines were added to a body that a signature no longer fits. */
async function addedTo(
  { message, isHeaderOnly }: OpenedMessage,
  { field }: SeenSignature,
  signatures: readonly SignatureVerdict[],
  crypto: Crypto,
): Promise<number | undefined> {
  const verdict = signatures.find((one) => one.field === field)
  const own = message.fields.find(({ span }) => span.from === field.from)
  if (isHeaderOnly || verdict?.bodyHash !== 'differs' || !own) return undefined
  return runAsync(addedLines(message, own), (question) =>
    question.ask === 'dns' ? undefined : crypto.answer(question),
  )
}

/** What is not known here, the receiver may have known. */
function withNote(noted: Noted | undefined, verdict: CheckVerdict, domain?: string): CheckVerdict {
  const { method, result, reason } = verdict
  const was = result === 'unknown' ? noted?.result(method, domain) : undefined
  if (was === undefined) return verdict
  const who = noted!.by ? `\`${noted!.by}\`` : 'The receiver'
  return { ...verdict, reason: `${reason} ${who} noted \`${method}=${was}\` when it came.` }
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
