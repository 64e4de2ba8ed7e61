import type { TlsRptRule } from '../subject.ts'
import { address } from './address.ts'
import { noAddress } from './no-address.ts'
import { byCode, recordTagRules } from '../../tag-rules.ts'
import { tlsRptTagFamily } from '../shared-rules.ts'

/** Every rule for TLS-RPT records. */
export const tlsRptRules: readonly TlsRptRule[] = byCode([
  ...recordTagRules(tlsRptTagFamily),
  address,
  noAddress,
])
