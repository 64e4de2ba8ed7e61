import {
  compareSigned,
  type Difference,
  type SignedDifference,
} from '../auth/dkim/difference/compare.ts'
import { parseMessage, type Message } from '../message/parse.ts'
import type { Args, Option } from './command.ts'
import type { Io } from './io.ts'
import { positionIn } from './position.ts'
import { readMessage } from './read-input.ts'
import type { Verdict } from './report.ts'

export const originalOption: Readonly<Record<string, Option>> = {
  original: { value: 'FILE', text: 'the message as it was signed: shows what was changed since' },
}

/** What was changed on the way, for each signature; `undefined` where no original was given. */
export async function readDifferences(
  args: Args,
  received: Message,
  io: Io,
): Promise<readonly SignedDifference[] | undefined> {
  const path = args.text('original')
  if (path === undefined) return undefined
  return compareSigned(parseMessage(await readMessage(path, io)), received)
}

/** The verdict with a line for each change. */
export function withDifferences(
  verdict: Verdict,
  differences: readonly SignedDifference[] | undefined,
  received: Message,
): Verdict {
  if (!differences) return verdict
  return {
    ...verdict,
    lines: [...verdict.lines, ...differences.flatMap((one) => linesOf(one, received))],
    data: { ...verdict.data, differences },
  }
}

function linesOf(
  { domain, selector, body, header }: SignedDifference,
  received: Message,
): (readonly [label: string, value: string])[] {
  const all = [...header, ...(body ? [body] : [])]
  const whose = `${selector} of ${domain}`
  if (all.length === 0) return [['changed', `nothing that ${whose} signs`]]
  return all.map((one) => ['changed', `${one.text} (${whose}: ${placeOf(one, received)})`] as const)
}

function placeOf({ where, canonical, received: span }: Difference, { text }: Message): string {
  const { line, column } = positionIn(text, span.from)
  return `octet ${canonical + 1} of the canonical ${where}, line ${line}:${column}`
}
