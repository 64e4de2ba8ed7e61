import { hostAddress, hostTarget, mxOrder, reportAddress } from './hosts.ts'
import { mx } from './mx.ts'
import type { ZoneOperator } from './operator.ts'
import { owner, quotes, recordMissing, recordType, secondRecord } from './records.ts'
import {
  spfAddress,
  spfAll,
  spfInclude,
  spfMechanism,
  spfQualifier,
  spfSpaces,
  spfVersion,
} from './spf.ts'
import { key, policy, tagNames, tagVersion } from './tags.ts'

/** Every kind of mistake in a record. */
export const zoneOperators: readonly ZoneOperator[] = [
  recordMissing,
  recordType,
  owner,
  quotes,
  secondRecord,
  spfVersion,
  spfMechanism,
  spfAddress,
  spfInclude,
  spfQualifier,
  spfAll,
  spfSpaces,
  mx,
  mxOrder,
  hostAddress,
  hostTarget,
  tagVersion,
  tagNames,
  policy,
  reportAddress,
  key,
]
