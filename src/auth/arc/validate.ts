import type { Effect } from '../../core/effects.ts'
import { step, type Step } from '../../core/trace.ts'
import type { Message } from '../../message/parse.ts'
import { namesIn } from '../dkim/signature.ts'
import { parseTagList } from '../tag-list.ts'
import { checkStructure, collectChain, type ArcChain, type ArcSet, type WholeSet } from './chain.ts'
import { checkMessageSignature } from './check-message-signature.ts'
import { checkSeal, type Checked } from './check-seal.ts'
import type { ArcSetVerdict, ArcSignatureVerdict, ArcVerdict, ChainStatus } from './verdict.ts'

export type {
  ArcResult,
  ArcSealVerdict,
  ArcSetVerdict,
  ArcSignatureVerdict,
  ArcVerdict,
  ChainStatus,
} from './verdict.ts'

export interface ValidateOptions {
  /** Milliseconds since 1970: signatures may have an end. */
  readonly now: number
}

/** What has been found so far, and every step of it. */
interface Progress {
  readonly steps: Step[]
  readonly messageSignatures: Map<number, Checked>
  readonly seals: Map<number, Checked>
}

interface Ending {
  readonly status: ChainStatus
  readonly reason: string
  readonly oldestPass?: number
}

/**
 * Validates the chain of ARC Sets of a message (RFC 8617 §5.2), in the steps of that section. All
 * failures are final, those of DNS too (§5.2.1).
 */
export function* validateArc(message: Message, { now }: ValidateOptions): Effect<ArcVerdict> {
  const chain = collectChain(message)
  const progress: Progress = { steps: [], messageSignatures: new Map(), seals: new Map() }
  const ending = yield* judge(message, chain, now, progress)
  const { status, reason, oldestPass } = ending
  const trace = step({
    kind: 'arc',
    text: reason,
    outcome: status === 'none' ? 'note' : status,
    source: { rfc: 8617, section: '5.2' },
    facts: {
      result: status,
      sets: chain.highest,
      ...(oldestPass === undefined ? {} : { oldestPass }),
    },
    steps: progress.steps,
  })
  return { ...ending, sets: chain.sets.map((set) => setVerdict(set, progress)), trace }
}

function* judge(
  message: Message,
  chain: ArcChain,
  now: number,
  progress: Progress,
): Effect<Ending> {
  if (chain.fields.length === 0)
    return { status: 'none', reason: 'The message carries no ARC Set: no handler has sealed it.' }
  const ended = alreadyFailed(chain, progress)
  if (ended) return ended
  const structure = checkStructure(chain)
  if ('reason' in structure) {
    const { reason, source, span } = structure
    const at = span ? { span } : {}
    progress.steps.push(
      step({ kind: 'arc/structure', text: reason, outcome: 'fail', source, ...at }),
    )
    return { status: 'fail', reason }
  }
  const sets: readonly WholeSet[] = structure
  progress.steps.push(soundStructure(sets.length))
  const latest = yield* checkOne(message, sets.at(-1)!, now, progress)
  if (!latest.holds)
    return {
      status: 'fail',
      reason: `The newest ARC-Message-Signature does not hold. ${latest.reason}`,
    }
  const oldestPass = yield* findOldestPass(message, sets, now, progress)
  return { ...(yield* checkSeals(message, sets, progress)), oldestPass }
}

/** Step 2: the last sealer may have found the chain broken already. */
function alreadyFailed({ sets }: ArcChain, { steps }: Progress): Ending | undefined {
  const seal = sets.at(-1)?.seals.find(({ chainStatus }) => chainStatus === 'fail')
  if (!seal) return undefined
  const reason = `\`${seal.domain}\` found the chain broken and reported so (\`cv=fail\`): it stays so.`
  const source = { rfc: 8617, section: '5.2' }
  const { span } = seal.field
  steps.push(step({ kind: 'arc/ended', text: reason, outcome: 'fail', source, span }))
  return { status: 'fail', reason }
}

const soundStructure = (count: number): Step =>
  step({
    kind: 'arc/structure',
    text:
      count === 1
        ? 'One ARC Set, with one field of each kind.'
        : `${count} ARC Sets without a gap, each with one field of each kind.`,
    outcome: 'continue',
    source: { rfc: 8617, section: '5.2' },
  })

function* checkOne(
  message: Message,
  set: WholeSet,
  now: number,
  { steps, messageSignatures }: Progress,
): Effect<Checked> {
  const checked = yield* checkMessageSignature(message, set, now)
  steps.push(checked.trace)
  messageSignatures.set(set.instance, checked)
  return checked
}

/** Step 5: how far back the message is still as it was. The newest holds already. */
function* findOldestPass(
  message: Message,
  sets: readonly WholeSet[],
  now: number,
  progress: Progress,
): Effect<number> {
  for (const set of sets.slice(0, -1).reverse()) {
    const { holds } = yield* checkOne(message, set, now, progress)
    if (!holds) return set.instance + 1
  }
  return 0
}

/** Step 6. */
function* checkSeals(
  message: Message,
  sets: readonly WholeSet[],
  { steps, seals }: Progress,
): Effect<Ending> {
  for (const set of [...sets].reverse()) {
    const checked = yield* checkSeal(message, set, sets.slice(0, set.instance - 1))
    steps.push(checked.trace)
    seals.set(set.instance, checked)
    if (!checked.holds) return { status: 'fail', reason: checked.reason }
  }
  return { status: 'pass', reason: passReason(sets) }
}

function passReason(sets: readonly WholeSet[]): string {
  const [first] = sets
  const last = sets.at(-1)!
  return sets.length === 1
    ? `The chain holds: \`${last.seal.domain}\` sealed the message, and it is unchanged since.`
    : `The chain of ${sets.length} sets holds, from \`${first!.seal.domain}\` to \`${last.seal.domain}\`.`
}

function setVerdict(set: ArcSet, { messageSignatures, seals }: Progress): ArcSetVerdict {
  const { instance } = set
  const [results] = set.results
  const [signature] = set.messageSignatures
  const [seal] = set.seals
  const names = namesIn(signature?.tags ?? NO_TAGS)
  const sealNames = { domain: seal?.domain ?? '', selector: seal?.selector ?? '' }
  return {
    instance,
    ...(results ? { results: results.results } : {}),
    messageSignature: {
      ...names,
      ...found(messageSignatures.get(instance)),
      ...(signature ? { field: signature.field.span } : {}),
    },
    seal: {
      ...sealNames,
      chainStatus: seal?.chainStatus ?? '',
      ...found(seals.get(instance)),
      ...(seal ? { field: seal.field.span } : {}),
    },
  }
}

const NO_TAGS = parseTagList('')

const found = (checked: Checked | undefined): Pick<ArcSignatureVerdict, 'result' | 'reason'> =>
  checked
    ? { result: checked.holds ? 'pass' : 'fail', reason: checked.reason }
    : { result: 'not-checked' }
