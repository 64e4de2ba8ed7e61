import type { Section } from '../../core/section.ts'
import { parseResults } from '../../auth/results/parse.ts'
import type { MethodResult } from '../../auth/results/results.ts'
import { methodWords } from '../../auth/results/vocabulary.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { meaningOf, propertyMeaning } from './result-meanings.ts'

/** An Authentication-Results field in plain words (RFC 8601 §2.2). */
export interface ExplainedResults {
  /** Who judged; empty where the field does not say. */
  readonly authservId: string
  /** Whether that is the server that took the message in last, as the topmost `Received` names it. */
  readonly isOwn: boolean
  /** The field states that nothing was checked. */
  readonly isNone: boolean
  readonly results: readonly ExplainedResult[]
  /** What does not fit the grammar, in a sentence each. */
  readonly problems: readonly string[]
}

export interface ExplainedResult {
  /** In lower case: `spf`. */
  readonly method: string
  readonly result: string
  /** A sentence. */
  readonly meaning: string
  /** What the receiver gave as a reason, and what stood in parentheses. */
  readonly reason?: string
  /** What was judged: `smtp.mailfrom`, its value, and what that is. */
  readonly about: readonly { readonly name: string; readonly value: string; readonly is: string }[]
  readonly source: Section
}

/** The fields in the order of the message: the newest first. Never throws. */
export function explainResults(message: Message): ExplainedResults[] {
  const owner = lastServer(message)
  return fieldsNamed(message, 'Authentication-Results').map(({ value }) => {
    const { authservId, none, results, problems } = parseResults(value)
    const name = authservId?.text ?? ''
    return {
      authservId: name,
      isOwn: name !== '' && name.toLowerCase() === owner,
      isNone: none !== undefined,
      results: results.map(explain),
      problems: problems.map((problem) => problem.message),
    }
  })
}

/** The name behind `by` in the topmost `Received`, in lower case. */
function lastServer(message: Message): string | undefined {
  const top = fieldsNamed(message, 'Received')[0]?.value
  return top && /\bby\s+([^\s;]+)/i.exec(top)?.[1]?.toLowerCase()
}

function explain({ method, result, reason, properties }: MethodResult): ExplainedResult {
  const name = method.text.toLowerCase()
  const came = result.text.toLowerCase()
  return {
    ...{ method: name, result: came, meaning: meaningOf(name, came) },
    ...(reason && { reason: reason.text }),
    about: properties.map(({ ptype, property, value }) => {
      const full = `${ptype.text}.${property.text}`.toLowerCase()
      return { name: full, value: value.text, is: propertyMeaning(name, full) }
    }),
    source: methodWords.get(name)?.source ?? { rfc: 8601, section: '2.7.6' },
  }
}
