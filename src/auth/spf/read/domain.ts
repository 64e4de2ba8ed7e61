import { parseIp } from '../../../core/ip.ts'
import { span } from '../../../core/span.ts'
import { parseMacros, type MacroReading, type MacroString } from '../macro.ts'
import { problem, type Problem } from '../problem.ts'

/**
 * Reads a domain-spec: macros and text that end in a macro, or in a dot and a top label (§7.1).
 * @param after What it stands behind, for messages: `include:`.
 */
export function readDomain(text: string, start: number, after: string): MacroReading {
  const { tree, problems } = parseMacros(text, start, 'domain')
  return { tree, problems: problems.length ? problems : endProblems(tree, after) }
}

/** `.toplabel`, with a dot behind it or not. All digits are no top label. */
const END = /\.(?!\d+\.?$)[a-z\d](?:[a-z\d-]*[a-z\d])?\.?$/i

function endProblems(tree: MacroString, after: string): Problem[] {
  const { text, parts } = tree
  const last = parts.at(-1)
  if (!last)
    return [
      problem(
        'empty-domain',
        span(tree.span.from - after.length, tree.span.to),
        `No domain stands behind \`${after}\``,
      ),
    ]
  if (last.kind !== 'literal' || END.test(last.text)) return []
  if (parseIp(text))
    return [
      problem(
        'domain-address',
        tree.span,
        `\`${text}\` is an address, and \`${after}\` takes a domain name`,
      ),
    ]
  if (parts.length === 1 && /^[^.]+\.?$/.test(text))
    return [
      problem(
        'single-label',
        tree.span,
        `\`${text}\` has one label; SPF takes names of two or more`,
      ),
    ]
  return [
    problem(
      'domain-end',
      tree.span,
      `\`${text}\` does not end like a domain name, in a dot and a label of letters, digits and hyphens`,
    ),
  ]
}
