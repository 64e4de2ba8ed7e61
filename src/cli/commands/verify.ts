import type { Effect } from '../../core/effects.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { domainOf } from '../../core/domain.ts'
import { step, type Step } from '../../core/trace.ts'
import { validateArc, type ArcVerdict } from '../../auth/arc/validate.ts'
import { authorDomains } from '../../auth/author-domains.ts'
import { authenticate } from '../../auth/authenticate.ts'
import type { DkimVerdict } from '../../auth/dkim/verify.ts'
import { verifyDkim } from '../../auth/dkim/verify.ts'
import type { DmarcMode, DmarcVerdict } from '../../auth/dmarc/evaluate.ts'
import { judgeAuthors } from '../../auth/judge-authors.ts'
import type { SpfVerdict } from '../../auth/spf/evaluate.ts'
import { inCharacters, readableText } from '../../core/octet-text.ts'
import { lintMessage } from '../../lint/lint-message.ts'
import { parseMessage } from '../../message/parse.ts'
import { exactWords } from '../args.ts'
import { defineCommand, type Args } from '../command.ts'
import { dmarcOptions, dmarcVerdict, readMode } from '../dmarc-report.ts'
import { dnsOptions, judgeAnswers, openDns, runAsked } from '../dns-source.ts'
import { UsageError } from '../usage-error.ts'
import { needIp } from '../need-ip.ts'
import { originalOption, readDifferences, withDifferences } from '../original.ts'

import { readMessage, shownName } from '../read-input.ts'
import { readTime, timeOption } from '../read-time.ts'
import type { Verdict } from '../report.ts'

export const verify = defineCommand({
  name: 'verify',
  summary: 'judges a message as a receiver does',
  syntax:
    'MESSAGE [--ip ADDRESS --mail-from ADDRESS [--helo NAME]] [--original FILE] (--zone FILE … | --dns)',
  about: [
    'Checks a message’s DKIM signatures, its ARC chain and DMARC, and with `--ip` and `--mail-from`, which stand for the envelope, SPF too. It ends with 0 if DMARC passes, or if there is no policy and what was checked passes.',
    'It reports problems in the form of the message too; for those alone there is `lint`.',
    'A message whose lines end in a bare LF gets CRLF, as mail has it. `-` is standard input.',
  ],
  options: {
    ip: { value: 'ADDRESS', text: 'the client that sent it' },
    'mail-from': { value: 'ADDRESS', text: 'the envelope’s sender; `""` for none' },
    helo: { value: 'NAME', text: 'the name in HELO; the sender’s domain by default' },
    host: { value: 'NAME', text: 'who judges, for Authentication-Results; `localhost` by default' },
    ...originalOption,
    ...dmarcOptions,
    ...timeOption,
    ...dnsOptions,
  },
  formats: ['text', 'json', 'sarif'],
  examples: [
    'helo-world verify message.eml --dns',
    'helo-world verify message.eml --ip 192.0.2.1 --mail-from ann@example.org --zone example.org.zone',
    'helo-world verify received.eml --original sent.eml --dns',
  ],
  async run(args, io) {
    const [path = ''] = exactWords(args, 'the message')
    const envelope = readEnvelope(args)
    const [mode, now] = [readMode(args), readTime(args, io)]
    const dns = await openDns(args, io)
    const bytes = await readMessage(path, io)
    const judged = await runAsked(judge(bytes, envelope, mode, now), dns, io)
    const message = parseMessage(bytes)
    const differences = await readDifferences(args, message, io)
    const answers = judgeAnswers(judged.trace, dns)
    const readable = readableText(message.text)
    const found = lintMessage(message, shownName(path)).map((one) => inCharacters(one, readable))
    return {
      findings: [...found, ...answers.findings],
      onPath: new Set(found.filter(isOfForm)),
      sources: answers.sources.set(shownName(path), readable.text),
      verdict: withDifferences(verdictOf(judged), differences, message),
    }
  },
})

/** A receiver’s verdict does not hang on it. */
const isOfForm = ({ code }: Diagnostic): boolean => /^(?:message|mime)\//.test(code)

interface Envelope {
  readonly ip: string
  readonly helo: string
  readonly mailFrom: string
  readonly authservId: string
}

/** @throws {UsageError} where only half of it is given. */
function readEnvelope(args: Args): Envelope | undefined {
  if (!args.has('ip') && !args.has('mail-from') && !args.has('helo')) return undefined
  const mailFrom = args.text('mail-from')
  if (!args.has('ip') || mailFrom === undefined)
    throw new UsageError('SPF needs both: who connected, `--ip`, and for whom, `--mail-from`.')
  const helo = args.text('helo') ?? domainOf(mailFrom)
  return { ip: needIp(args), helo, mailFrom, authservId: args.text('host') ?? 'localhost' }
}

interface Judged {
  readonly spf?: SpfVerdict
  readonly dkim: DkimVerdict
  readonly dmarc: DmarcVerdict
  readonly arc: ArcVerdict
  readonly header?: string
  readonly trace: Step
}

function* judge(
  bytes: Uint8Array,
  envelope: Envelope | undefined,
  mode: DmarcMode,
  now: number,
): Effect<Judged> {
  const message = parseMessage(bytes)
  const arc = yield* validateArc(message, { now })
  if (envelope) {
    const judged = yield* authenticate({ ...envelope, message: bytes, mode, now })
    return { ...judged, arc, trace: withArc(judged.trace, arc) }
  }
  const dkim = yield* verifyDkim(message, { now })
  const dmarc = yield* judgeAuthors(authorDomains(message), {
    spf: { result: 'none', domain: '' },
    dkim: dkim.signatures.map(({ result, domain }) => ({ result, domain })),
    mode,
  })
  const trace = step({ ...dmarc.trace, steps: [dkim.trace, dmarc.trace] })
  return { dkim, dmarc, arc, trace: withArc(trace, arc) }
}

/** A chain is looked at beside the verdict: it decides nothing by itself (RFC 8617 §5.2). */
const withArc = (trace: Step, arc: ArcVerdict): Step =>
  arc.status === 'none' ? trace : step({ ...trace, steps: [...trace.steps, arc.trace] })

function verdictOf({ spf, dkim, dmarc, arc, header, trace }: Judged): Verdict {
  const facts = dmarcVerdict(dmarc, trace)
  const checked = [...(spf ? [spf.result] : []), dkim.result]
  const isFine = dmarc.result === 'none' ? checked.includes('pass') : dmarc.result === 'pass'
  const signatures = dkim.signatures.map(({ domain, selector, result, reason }) => ({
    ...{ domain, selector, result, reason },
  }))
  return {
    ...facts,
    hope: isFine ? 'met' : 'missed',
    lines: [
      ...facts.lines.filter(([label]) => label !== 'SPF' && label !== 'DKIM'),
      ...(spf ? [['spf', `${spf.result}. ${spf.reason}`] as const] : []),
      ...(signatures.length === 0 ? [['dkim', `none. ${dkim.reason}`] as const] : []),
      ...signatures.map(
        ({ result, domain, selector, reason }) =>
          ['dkim', `${result} (${selector} of ${domain}). ${reason}`] as const,
      ),
      ...(arc.status === 'none' ? [] : [['arc', `${arc.status}. ${arc.reason}`] as const]),
      ...(header ? [['header', `Authentication-Results: ${header}`] as const] : []),
    ],
    data: {
      ...facts.data,
      ...(spf && { spf: { result: spf.result, domain: spf.domain, reason: spf.reason } }),
      dkim: { result: dkim.result, signatures },
      arc: { status: arc.status, sets: arc.sets.length, reason: arc.reason },
      ...(header && { header }),
    },
  }
}
