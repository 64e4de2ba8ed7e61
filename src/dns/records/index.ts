import { a } from './a.ts'
import { aaaa } from './aaaa.ts'
import { caa } from './caa.ts'
import { cname } from './cname.ts'
import { dname } from './dname.ts'
import { dnskey } from './dnskey.ts'
import { ds } from './ds.ts'
import { https } from './https.ts'
import { mx } from './mx.ts'
import { ns } from './ns.ts'
import { nsec } from './nsec.ts'
import { ptr } from './ptr.ts'
import { rrsig } from './rrsig.ts'
import { soa } from './soa.ts'
import { spf } from './spf.ts'
import { srv } from './srv.ts'
import { svcb } from './svcb.ts'
import { tlsa } from './tlsa.ts'
import { txt } from './txt.ts'
import { unknownRecord } from './unknown.ts'
import type { RecordFormat } from '../record-type.ts'

/** Every record type that a zone may hold by name. */
export const recordTypes: readonly RecordFormat[] = [
  ...[a, aaaa, caa, cname, dname, dnskey, ds, https, mx, ns],
  ...[nsec, ptr, rrsig, soa, spf, srv, svcb, tlsa, txt],
]

const byNumber = new Map(recordTypes.map((format) => [format.number, format]))

/** The format of a type by its number; any other is read and kept as `TYPEnnn`. */
export const formatOf = (number: number): RecordFormat =>
  byNumber.get(number) ?? unknownRecord(number)

const byType = new Map(recordTypes.map((format) => [format.type, format]))

/** The format of a record's type. */
export const formatOfType = (type: RecordFormat['type']): RecordFormat =>
  byType.get(type) ?? unknownRecord(Number(type.slice('TYPE'.length)))
