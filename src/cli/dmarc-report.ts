import type { Step } from '../core/trace.ts'
import type { Alignment, DmarcMode, DmarcVerdict } from '../auth/dmarc/evaluate.ts'
import type { Args } from './command.ts'
import type { Option } from './command.ts'
import { UsageError } from './usage-error.ts'
import type { Verdict } from './report.ts'

export const dmarcOptions: Readonly<Record<string, Option>> = {
  mode: { value: 'RFC', text: '`9989` by default; `7489` judges as before May 2026' },
}

/** @throws {UsageError} for any but the two. */
export function readMode(args: Args): DmarcMode {
  const mode = args.text('mode') ?? '9989'
  if (mode === '9989' || mode === '7489') return mode
  throw new UsageError(`\`--mode\` is \`9989\` or \`7489\`, not \`${mode}\`.`)
}

/** DMARC’s verdict as reports show it. */
export function dmarcVerdict(verdict: DmarcVerdict, trace: Step = verdict.trace): Verdict {
  const { result, disposition, authorDomain, policy, policyDomain, alignment, mode } = verdict
  return {
    kind: 'dmarc',
    result,
    hope: result === 'pass' ? 'met' : 'missed',
    reason: verdict.reason,
    lines: [
      ['From domain', authorDomain],
      ...(policy ? [['policy', `${policy}, of ${policyDomain ?? authorDomain}`] as const] : []),
      ...(result === 'fail' ? [['asked to do', disposition] as const] : []),
      ...(alignment.spf?.domain ? [['SPF', aligned(alignment.spf)] as const] : []),
      ...alignment.dkim.map((one) => ['DKIM', aligned(one)] as const),
    ],
    data: {
      ...{ authorDomain, disposition, alignment, mode },
      ...(policy && { policy }),
      ...(policyDomain && { policyDomain }),
      ...(verdict.organizationalDomain && { organizationalDomain: verdict.organizationalDomain }),
    },
    ...(verdict.place && { place: verdict.place }),
    trace,
  }
}

const aligned = ({ domain, aligned }: Alignment): string =>
  `${domain} is ${aligned ? '' : 'not '}aligned`
