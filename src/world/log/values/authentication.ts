import { isObject } from '../../../core/text/is-object.ts'
import type { Authentication } from '../../../auth/authenticate.ts'
import type { DkimVerdict, SignatureVerdict } from '../../../auth/dkim/verify.ts'
import type { Alignment, DmarcVerdict } from '../../../auth/dmarc/evaluate.ts'
import type { Decision, SpfVerdict } from '../../../auth/spf/evaluate.ts'
import {
  count,
  flag,
  listOf,
  oneOf,
  optional,
  plain,
  record,
  recursive,
  text,
  type JsonCodec,
} from '../../../core/json/codec.ts'
import { place, span } from './place.ts'
import { step } from './step.ts'

/** Includes that may lead from one record to the one that decided. */
const DEEPEST = 100

const decision: JsonCodec<Decision> = recursive<Decision>(
  (inner) =>
    record<Decision>({
      text,
      span,
      place: optional(place),
      domain: text,
      through: optional(inner),
    }),
  DEEPEST,
)

const spf: JsonCodec<SpfVerdict> = record<SpfVerdict>({
  result: oneOf('none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror'),
  identity: oneOf('mailfrom', 'helo'),
  domain: text,
  decidedBy: optional(decision),
  explanation: optional(text),
  lookups: count,
  voids: count,
  reason: text,
  trace: step,
})

const signature: JsonCodec<SignatureVerdict> = record<SignatureVerdict>({
  result: oneOf('pass', 'fail', 'neutral', 'permerror', 'temperror', 'policy'),
  ...{ domain: text, selector: text, identity: text, algorithm: text },
  bodyHash: oneOf('match', 'differs', 'too-short', 'not-checked'),
  headerSignature: oneOf('holds', 'broken', 'not-checked'),
  ...{ testing: flag, unsignedOctets: count, signature: text, field: span },
  reason: text,
  trace: step,
})

const dkim: JsonCodec<DkimVerdict> = record<DkimVerdict>({
  result: oneOf('none', 'pass', 'fail', 'neutral', 'permerror', 'temperror', 'policy'),
  signatures: listOf(signature),
  reason: text,
  trace: step,
})

const alignment: JsonCodec<Alignment> = record<Alignment>({
  domain: text,
  result: text,
  mode: oneOf('relaxed', 'strict'),
  aligned: flag,
  organizationalDomain: optional(text),
})

const policy = oneOf('none', 'quarantine', 'reject')

const dmarc: JsonCodec<DmarcVerdict> = record<DmarcVerdict>({
  result: oneOf('none', 'pass', 'fail', 'permerror', 'temperror'),
  disposition: policy,
  policy: optional(policy),
  policyTag: optional(oneOf('p', 'sp', 'np')),
  authorDomain: text,
  policyDomain: optional(text),
  organizationalDomain: optional(text),
  // A tree of tags, all of it JSON values.
  record: optional(plain<NonNullable<DmarcVerdict['record']>>(isObject)),
  place: optional(place),
  alignment: record<DmarcVerdict['alignment']>({
    spf: optional(alignment),
    dkim: listOf(alignment),
  }),
  mode: oneOf('9989', '7489'),
  reason: text,
  trace: step,
})

/** What a receiver found about a message, with its traces. */
export const authentication: JsonCodec<Authentication> = record<Authentication>({
  spf,
  helo: optional(spf),
  dkim,
  dmarc,
  header: text,
  trace: step,
})

/** About what the traces take. */
export const AUTHENTICATION_OCTETS = 16_384
