import type { Effect } from '../../core/effects.ts'
import { domainOf, normalizeName } from '../../core/domain.ts'
import { step, type Step } from '../../core/trace.ts'
import { evaluateDmarc, type DmarcVerdict } from '../../auth/dmarc/evaluate.ts'
import { evaluateSpf } from '../../auth/spf/evaluate.ts'
import { exactWords } from '../args.ts'
import { defineCommand, type Args } from '../command.ts'
import { dmarcOptions, dmarcVerdict, readMode } from '../dmarc-report.ts'
import { dnsOptions, judgeAnswers, openDns, runAsked } from '../dns-source.ts'
import { needIp } from '../need-ip.ts'

export const checkDmarc = defineCommand({
  name: 'check dmarc',
  summary: 'shows what a domain asks receivers to do',
  syntax: 'DOMAIN [--from ADDRESS [--ip ADDRESS]] [--dkim DOMAIN …] (--zone FILE … | --dns)',
  about: [
    'Finds the DMARC policy for mail whose `From` names the domain (RFC 9989), and judges a mail that you describe: sent by `--from`, signed by `--dkim`. With `--ip` SPF is evaluated; without, it is taken to pass, and the question is whether the sender’s domain is aligned.',
    'Without `--from` and `--dkim` it shows the policy alone, and ends with 1 where there is none.',
  ],
  options: {
    from: { value: 'ADDRESS', text: 'the sender in MAIL FROM' },
    ip: { value: 'ADDRESS', text: 'the client’s address, for SPF' },
    helo: { value: 'NAME', text: 'the name in HELO; the sender’s domain by default' },
    dkim: { value: 'DOMAIN', times: 'many', text: 'the domain of a DKIM signature that holds' },
    ...dmarcOptions,
    ...dnsOptions,
  },
  formats: ['text', 'json', 'sarif'],
  examples: [
    'helo-world check dmarc example.org --dns',
    'helo-world check dmarc example.org --from bounce@news.example.org --zone example.org.zone',
    'helo-world check dmarc example.org --dkim example.net --zone example.org.zone --explain',
  ],
  async run(args, io) {
    const [domain = ''] = exactWords(args, 'the domain')
    const asked = readMail(args, normalizeName(domain))
    const dns = await openDns(args, io)
    const { verdict, trace } = await runAsked(judge(asked, io.now()), dns, io)
    const facts = dmarcVerdict(verdict, trace)
    const hasMail = asked.mailFrom !== undefined || asked.dkim.length > 0
    return {
      ...judgeAnswers(trace, dns),
      verdict: hasMail
        ? facts
        : { ...facts, ...policyAlone(verdict), lines: facts.lines.slice(0, 2) },
    }
  },
})

interface Mail {
  readonly domain: string
  readonly mailFrom?: string
  readonly ip?: string
  readonly helo: string
  readonly dkim: readonly string[]
  readonly mode: DmarcVerdict['mode']
}

function readMail(args: Args, domain: string): Mail {
  const mailFrom = args.has('ip') ? args.need('from') : args.text('from')
  return {
    domain,
    helo: args.text('helo') ?? domainOf(mailFrom ?? ''),
    dkim: args.all('dkim').map(normalizeName),
    mode: readMode(args),
    ...(mailFrom === undefined ? {} : { mailFrom }),
    ...(args.has('ip') ? { ip: needIp(args) } : {}),
  }
}

function* judge(mail: Mail, now: number): Effect<{ verdict: DmarcVerdict; trace: Step }> {
  const { domain, mailFrom, ip, helo, mode } = mail
  const spf =
    ip === undefined || mailFrom === undefined
      ? undefined
      : yield* evaluateSpf({ ip, helo, mailFrom, now })
  const taken = { result: mailFrom ? 'pass' : 'none', domain: domainOf(mailFrom ?? '') } as const
  const dkim = mail.dkim.map((signer) => ({ result: 'pass', domain: signer }) as const)
  const verdict = yield* evaluateDmarc({ from: domain, spf: spf ?? taken, dkim, mode })
  if (!spf) return { verdict, trace: verdict.trace }
  return { verdict, trace: step({ ...verdict.trace, steps: [spf.trace, verdict.trace] }) }
}

/** Without a mail there is nothing to pass: what counts is whether a policy stands. */
function policyAlone({ policy, policyTag, policyDomain, result, authorDomain }: DmarcVerdict) {
  if (policy === undefined) return { hope: 'missed' as const }
  const where = policyDomain === authorDomain ? '' : ` (from \`${policyDomain}\`)`
  return {
    kind: 'dmarc policy',
    result: policy,
    hope: result === 'permerror' || result === 'temperror' ? ('missed' as const) : ('met' as const),
    reason: `\`${authorDomain}\` asks for \`${policyTag ?? 'p'}=${policy}\`${where}: what fails DMARC is ${WISHES[policy]}.`,
  }
}

const WISHES = {
  none: 'only reported',
  quarantine: 'to be treated as suspicious',
  reject: 'to be rejected',
} as const
