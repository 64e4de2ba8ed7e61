import { isObject } from '../../../core/text/is-object.ts'
import {
  listOf,
  number,
  oneOf,
  optional,
  plain,
  record,
  recursive,
  text,
  type JsonCodec,
} from '../../../core/json/codec.ts'
import type { Section } from '../../../core/section.ts'
import type { Step } from '../../../core/trace.ts'
import { dnsAnswer, dnsQuestion } from './dns.ts'
import { place, span } from './place.ts'

/** Includes are followed ten deep (RFC 7208 §4.6.4), with a few steps each. */
const DEEPEST = 100

const section: JsonCodec<Section> = plain(
  (json) =>
    isObject(json) &&
    (typeof json['draft'] === 'string' || number.fromJson(json['rfc']) !== undefined),
)

const facts: JsonCodec<NonNullable<Step['facts']>> = plain(isObject)

/** A trace of an evaluation. */
export const step: JsonCodec<Step> = recursive<Step>(
  (inner) =>
    record<Step>({
      kind: text,
      text,
      outcome: oneOf('pass', 'fail', 'continue', 'note', 'error'),
      span: optional(span),
      place: optional(place),
      source: optional(section),
      asked: optional(record({ question: dnsQuestion, answer: dnsAnswer })),
      facts: optional(facts),
      steps: listOf(inner),
    }),
  DEEPEST,
)
