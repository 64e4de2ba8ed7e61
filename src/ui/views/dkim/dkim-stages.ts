import { words } from '#words/dkim'
import type { Section } from '../../../core/section.ts'
import type { Place } from '../../../core/span.ts'
import type { Step } from '../../../core/trace.ts'
import type { SignatureVerdict } from '../../../lab/types.ts'
import { showAnswer } from '../../../lab/views/show-answer.ts'

/** One signature on its way: what was looked at, one after the other. */
export interface DkimStage {
  readonly title: string
  readonly status: StageStatus
  /** A sentence each. */
  readonly texts: readonly string[]
  readonly facts: readonly StageFact[]
  readonly place?: Place | undefined
  readonly source?: Section | undefined
  readonly fields?: SignedFields
}

/** `skipped`: it did not come to that. */
export type StageStatus = 'holds' | 'fails' | 'skipped'

export interface StageFact {
  readonly name: string
  readonly value: string
}

/** Which header fields a signature covers. */
export interface SignedFields {
  /** Names of `h=`, in order. */
  readonly signed: readonly string[]
  /** Named in `h=` and absent: a field added later breaks the signature. */
  readonly reserved: readonly string[]
  /** In the message and not in `h=`: anybody on the way may change them. */
  readonly open: readonly string[]
}

/** The four stages of a signature, from its verdict's trace (RFC 6376 §6.1). */
export function dkimStages(signature: SignatureVerdict): DkimStage[] {
  const steps = signature.trace.steps
  const named = (kind: string) => steps.find((step) => step.kind === kind)
  return [
    signatureStage(signature, named('dkim/parse') ?? named('dkim/refused'), named('dkim/future')),
    keyStage(named('dkim/key'), named('dkim/several-keys'), signature.testing),
    bodyStage(named('dkim/body-hash'), named('dkim/unsigned-body')),
    headerStage(named('dkim/header-signature')),
  ]
}

function signatureStage(
  { domain, selector, algorithm, identity }: SignatureVerdict,
  failure: Step | undefined,
  more: Step | undefined,
): DkimStage {
  const about = [
    ...fact(words.facts.domain, domain),
    ...fact(words.facts.selector, selector),
    ...fact(words.facts.algorithm, algorithm),
    ...(identity === `@${domain}` ? [] : fact(words.facts.identity, identity)),
  ]
  return {
    title: words.stages.signature,
    status: failure ? 'fails' : 'holds',
    texts: [failure?.text ?? words.states, ...textOf(more)],
    facts: about,
    source: failure?.source ?? { rfc: 6376, section: '3.5' },
  }
}

function keyStage(key: Step | undefined, several: Step | undefined, testing: boolean): DkimStage {
  if (!key) return skipped(words.stages.key)
  const { asked } = key
  return {
    title: words.stages.key,
    status: key.outcome === 'continue' ? 'holds' : 'fails',
    texts: [key.text, ...textOf(several), ...(testing ? [words.testing] : [])],
    facts: asked
      ? [
          { name: words.facts.asked, value: `${asked.question.name} ${asked.question.type}` },
          { name: words.facts.answer, value: showAnswer(asked.answer) },
        ]
      : [],
    place: key.place,
    source: key.source,
  }
}

function bodyStage(body: Step | undefined, more: Step | undefined): DkimStage {
  if (!body) return skipped(words.stages.body)
  const { canonicalization, octets, signed, computed } = body.facts ?? {}
  return {
    title: words.stages.body,
    status: body.outcome === 'continue' ? 'holds' : 'fails',
    texts: [body.text, ...textOf(more)],
    facts: [
      { name: words.facts.canonicalization, value: String(canonicalization) },
      { name: words.facts.octets, value: String(octets) },
      { name: words.facts.signed, value: String(signed) },
      { name: words.facts.computed, value: String(computed) },
    ],
    source: body.source,
  }
}

function headerStage(header: Step | undefined): DkimStage {
  if (!header) return skipped(words.stages.header)
  const { canonicalization, fields, absent, unsigned } = header.facts ?? {}
  const reserved = listOf(absent)
  return {
    title: words.stages.header,
    status: header.outcome === 'continue' ? 'holds' : 'fails',
    texts: [header.text],
    facts: [{ name: words.facts.canonicalization, value: String(canonicalization) }],
    source: header.source,
    fields: {
      signed: without(listOf(fields), reserved),
      reserved,
      open: [...new Set(listOf(unsigned))],
    },
  }
}

const skipped = (title: string): DkimStage => ({
  title,
  status: 'skipped',
  texts: [words.skipped],
  facts: [],
})

/** A name that stands in `h=` twice and in the message once is signed once, and reserved once. */
function without(names: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken]
  return names
    .toReversed()
    .filter((name) => {
      const at = left.indexOf(name)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    .toReversed()
}

const textOf = (step: Step | undefined): string[] => (step ? [step.text] : [])

const fact = (name: string, value: string): StageFact[] => (value ? [{ name, value }] : [])

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : []
