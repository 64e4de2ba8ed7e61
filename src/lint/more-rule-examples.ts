import { runSync, type Effect } from '../core/effects.ts'
import { latin1 } from '../core/bytes.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import { shift, type Span } from '../core/span.ts'
import { lintStsPolicy, type PolicyContext } from './mta-sts/lint.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { parseMessage, type Message } from '../message/parse.ts'
import { EXAMPLE_FILE, type LintExample } from './rule-examples.ts'

/** A message, or the head of one. */
export const lintMessageExample =
  (lint: (message: Message, file: string) => Diagnostic[]): LintExample =>
  (text) =>
    lint(parseMessage(latin1(text)), EXAMPLE_FILE)

/** What a family asks about all records that are known. */
export type LintByAsking = (all: readonly DnsRecord[], text: string) => Effect<Diagnostic[]>

/** A zone that holds all names there are. */
export const lintAskingExample =
  (lint: LintByAsking): LintExample =>
  (text) => {
    const { zone } = parseZone(text, { origin: '', file: EXAMPLE_FILE })
    const dns = createResolver([zone])
    const all = zone.records.map(({ record }) => record)
    return runSync(lint(all, text), (question) =>
      question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
    )
  }

/** `; policy of a.example: version: STSv1|mode: …`: what is known beside a zone. */
export const policiesIn = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^; policy of (\S+): (.*)$/gm)].map(([, domain = '', lines = '']) => [
      domain,
      lines.replaceAll('|', '\n'),
    ]),
  )

/** An MTA-STS policy file. Lines before it that begin with `> ` tell what is known beside it. */
export function lintPolicyExample(text: string): Diagnostic[] {
  const [known = ''] = /^(?:> .*\n)*/.exec(text) ?? []
  const found = lintStsPolicy(text.slice(known.length), contextOf(known), EXAMPLE_FILE)
  return found.map((one) => moved(one, known.length))
}

function contextOf(known: string): PolicyContext {
  const said = (word: string): string[] =>
    known.split('\n').flatMap((line) => {
      const told = line.slice('> '.length)
      return told.startsWith(`${word} `) ? [told.slice(word.length + 1)] : []
    })
  const [contentType] = said('Content-Type:')
  const [id] = said('id')
  const before = /^(\S+) (.*)$/.exec(said('before')[0] ?? '')
  return {
    domain: 'example.com',
    hosts: said('MX'),
    ...(contentType === undefined ? {} : { contentType }),
    ...(id === undefined ? {} : { id }),
    ...(before && { before: { id: before[1]!, text: before[2]!.replaceAll('|', '\n') } }),
  }
}

function moved(found: Diagnostic, by: number): Diagnostic {
  const at = <T extends { readonly span: Span }>(one: T): T => ({
    ...one,
    span: shift(one.span, by),
  })
  return {
    ...at(found),
    related: found.related.map(at),
    fixes: found.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(at) })),
  }
}
