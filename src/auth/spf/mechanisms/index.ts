import type { MechanismName } from '../record.ts'
import { a } from './a.ts'
import { all } from './all.ts'
import { exists } from './exists.ts'
import { include } from './include.ts'
import { ip4 } from './ip4.ts'
import { ip6 } from './ip6.ts'
import type { MechanismTest } from './mechanism.ts'
import { mx } from './mx.ts'
import { ptr } from './ptr.ts'

/** All mechanisms of RFC 7208 §5. */
export const mechanisms: Readonly<Record<MechanismName, MechanismTest>> = {
  all,
  include,
  a,
  mx,
  ptr,
  ip4,
  ip6,
  exists,
}
