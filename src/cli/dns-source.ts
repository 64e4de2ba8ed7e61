import type { Diagnostic } from '../core/diagnostic.ts'
import { runAsync, type Effect } from '../core/effects.ts'
import { joinedText, type AsyncResolver, type DnsRecord } from '../core/dns.ts'
import { mapPlain } from '../core/mapped-text.ts'
import { span } from '../core/span.ts'
import { questionsOf, type Step } from '../core/trace.ts'
import { lintRecords } from '../lint/lint-records.ts'
import { createResolver } from '../dns/resolver.ts'
import type { Args } from './command.ts'
import type { Option } from './command.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './io.ts'
import { readZone } from './read-zone.ts'

/** The options of every command that asks the DNS. */
export const dnsOptions: Readonly<Record<string, Option>> = {
  zone: {
    value: '[NAME=]FILE',
    times: 'many',
    text: 'ask this zone; several make a small Internet',
  },
  dns: { text: 'ask the DNS that this machine asks' },
  server: { value: 'ADDRESS', text: 'ask this name server, such as `192.0.2.53` or `[::1]:5353`' },
}

/** The DNS that a command asks. */
export interface DnsSource {
  readonly resolver: AsyncResolver
  /** The zones' texts, by file. */
  readonly sources: ReadonlyMap<string, string>
  /** What keeps records out of the zones. */
  readonly problems: readonly Diagnostic[]
}

/** Runs an evaluator: the source answers about the DNS, the place does its cryptography. */
export const runAsked = <Result>(
  asking: Effect<Result>,
  { resolver }: DnsSource,
  { crypto }: Io,
): Promise<Result> =>
  runAsync(asking, (question) =>
    question.ask === 'dns' ? resolver.query(question.name, question.type) : crypto.answer(question),
  )

/** @throws {UsageError} where it is not given, given twice, or a zone cannot be read. */
export async function openDns(args: Args, io: Io): Promise<DnsSource> {
  const words = args.all('zone')
  const isReal = args.has('dns') || args.has('server')
  if (isReal === words.length > 0)
    throw new UsageError(
      isReal
        ? 'Ask zones with `--zone` or the real DNS with `--dns`, not both at once.'
        : 'Name the DNS to ask: `--zone FILE` for zones of your own, or `--dns` for the real DNS.',
    )
  if (isReal)
    return { resolver: realDns(args.text('server'), io), sources: new Map(), problems: [] }
  const parsed = await Promise.all(words.map((word) => readZone(word, io)))
  return {
    resolver: createResolver(parsed.map(({ zone }) => zone)),
    sources: new Map(parsed.map(({ zone }) => [zone.file, zone.text])),
    problems: parsed.flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity === 'error'),
    ),
  }
}

function realDns(server: string | undefined, io: Io): AsyncResolver {
  try {
    return io.dns(server)
  } catch {
    throw new UsageError(`\`${server}\` is no address of a name server.`)
  }
}

/** The problems of the records that an evaluation saw, and the texts that they are in. */
export function judgeAnswers(
  trace: Step,
  dns: DnsSource,
): { findings: Diagnostic[]; sources: Map<string, string> } {
  const seen = distinct(questionsOf(trace).flatMap(({ answer }) => answer.records))
  const own = new Map<string, string>()
  const records = seen.map((record) => placed(record, own))
  return {
    findings: [...dns.problems, ...lintRecords(records)],
    sources: new Map([...own, ...dns.sources]),
  }
}

/** A text that stands in no zone is a source of its own, named as RFC 4501 names a question. */
function placed(record: DnsRecord, own: Map<string, string>): DnsRecord {
  if (record.place || record.type !== 'TXT') return record
  const text = joinedText(record)
  const question = `dns:${record.name}?type=TXT`
  const file = own.has(question) ? `${question}#${own.size + 1}` : question
  own.set(file, text)
  return { ...record, place: { file, span: span(0, text.length) }, text: mapPlain(text) }
}

const distinct = (records: readonly DnsRecord[]): DnsRecord[] => [
  ...new Map(records.map((record) => [JSON.stringify(record), record])).values(),
]
