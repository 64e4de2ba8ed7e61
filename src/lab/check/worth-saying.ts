import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Opened } from './opened.ts'

/**
 * Of what the rules found, what no other finding says already, and what the owner of the texts can change.
 */
export function worthSaying(
  opened: readonly Opened[],
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const of = (pattern: RegExp) =>
    new Map(found.filter(({ code }) => pattern.test(code)).map((one) => [lineOf(opened, one), one]))
  const records = of(/^(?:dmarc|dkim)\/doubled-origin$/)
  const names = of(/^zone\/doubled-origin$/)
  const said = new Set<string>()
  return found.flatMap((one) => {
    const text = opened[Number(one.file)]
    if (!text) return [one]
    const line = lineOf(opened, one)
    // One rule knows what becomes of the record, another one how to fix it.
    if (records.get(line) === one) return [{ ...one, fixes: names.get(line)?.fixes ?? one.fixes }]
    if (names.get(line) === one && records.has(line)) return []
    return isTheirs(one, text) && !isMeant(opened, one, names) && isNew(one, said) ? [one] : []
  })
}

function isTheirs({ code }: Diagnostic, text: Opened): boolean {
  // The lines were written here: the list that was pasted has its own way to state a TTL.
  if (code === 'zone/no-ttl') return text.kind !== 'zone' || text.format === undefined
  // Fields of the hops are longer than that in nearly each message, and its author wrote none of them.
  if (code === 'message/line-over-78') return !isReceived(text)
  // What a receiver noted is its own, and reads as it does.
  return !code.startsWith('results/')
}

/** Whether a policy is missed whose name only came out wrong. */
const isMeant = (
  opened: readonly Opened[],
  { code, file }: Diagnostic,
  names: ReadonlyMap<string, Diagnostic>,
): boolean =>
  code === 'dmarc/absent' &&
  [...names.values()].some(
    (one) => one.file === file && opened[Number(file)]!.text.startsWith('_dmarc.', one.span.from),
  )

/** Of several records at one name each gets the same sentence. */
function isNew({ file, code, message }: Diagnostic, said: Set<string>): boolean {
  if (!/\/(?:multiple|several)-records$/.test(code)) return true
  const key = `${file} ${code} ${message}`
  const isFirst = !said.has(key)
  said.add(key)
  return isFirst
}

const isReceived = (one: Opened): boolean =>
  one.kind === 'message' && one.message.fields.some(({ lower }) => lower === 'received')

/** The text and the place where the line of a finding starts. */
const lineOf = (opened: readonly Opened[], { file, span }: Diagnostic): string =>
  `${file} ${opened[Number(file)]!.text.lastIndexOf('\n', span.from - 1)}`
