import { a } from './records/a.ts'
import { aaaa } from './records/aaaa.ts'
import { cname } from './records/cname.ts'
import { dname } from './records/dname.ts'
import { mx } from './records/mx.ts'
import { ns } from './records/ns.ts'
import { ptr } from './records/ptr.ts'
import { soa } from './records/soa.ts'
import { spf } from './records/spf.ts'
import { txt } from './records/txt.ts'
import type { RecordFormat } from './record-type.ts'

/** Types whose data has fields of its own; that of all others is kept as a zone writes it. */
export const plainTypes: readonly RecordFormat[] = [
  ...[a, aaaa, cname, dname, mx, ns, ptr, soa, spf, txt],
]
