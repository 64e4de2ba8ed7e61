import type { Effect } from '../../core/effects.ts'
import { joinedText, recordsOf } from '../../core/dns.ts'
import { step, type Step } from '../../core/trace.ts'
import { expandMacros } from './expand.ts'
import type { Explanation } from './host-result.ts'
import { parseMacros } from './macro.ts'
import { ask, type EvaluationContext } from './evaluation-context.ts'
import { targetOf } from './target.ts'
import { isAskable } from './target-name.ts'

/** Longer texts are cut; a reply line of SMTP holds 512 octets (RFC 7208 §6.2, RFC 5321 §4.5.3.1.5). */
const MAX_EXPLANATION = 2048

/**
 * Fetches and expands the text that a domain gives for a `fail` (RFC 7208 §6.2). Whatever goes wrong
 * is as if there were no `exp`. Costs no lookups of the ten.
 */
export function* explain(
  { target, domain }: Explanation,
  parent: EvaluationContext,
): Effect<{ text?: string; trace: Step }> {
  const steps: Step[] = []
  const read = yield* readExplanation(target, { ...parent, domain, steps })
  return {
    ...('text' in read && { text: read.text }),
    trace: step({
      kind: 'spf/explanation',
      text:
        'text' in read
          ? `\`${domain}\` explains: ${read.text}`
          : `There is no explanation: ${read.why}.`,
      outcome: 'note',
      source: { rfc: 7208, section: '6.2' },
      facts: { domain },
      steps,
    }),
  }
}

type Reading = { readonly text: string } | { readonly why: string }

function* readExplanation(
  target: Explanation['target'],
  context: EvaluationContext,
): Effect<Reading> {
  const name = yield* targetOf(target, context)
  if (!isAskable(name)) return { why: `\`${name}\` is not a name that DNS can hold` }
  const records = recordsOf(yield* ask(context, name, 'TXT', 'ignore'), 'TXT')
  const [only, ...more] = records
  if (!only) return { why: `\`${name}\` has no TXT record` }
  if (more.length)
    return { why: `\`${name}\` has ${records.length} TXT records, and one is allowed` }
  return yield* expandExplanation(joinedText(only), context)
}

function* expandExplanation(written: string, context: EvaluationContext): Effect<Reading> {
  const { tree, problems } = parseMacros(written, 0, 'explanation')
  const [first] = problems
  if (first) return { why: first.message }
  const text = (yield* expandMacros(tree, context)).slice(0, MAX_EXPLANATION)
  return isPrintable(text) ? { text } : { why: 'its text is not plain ASCII' }
}

const isPrintable = (text: string): boolean => /^[ -~]*$/.test(text)
