import { a } from './a.ts'
import { aaaa } from './aaaa.ts'
import { afsdb } from './afsdb.ts'
import { amtrelay } from './amtrelay.ts'
import { apl } from './apl.ts'
import { caa } from './caa.ts'
import { cdnskey } from './cdnskey.ts'
import { cds } from './cds.ts'
import { cert } from './cert.ts'
import { cname } from './cname.ts'
import { csync } from './csync.ts'
import { dhcid } from './dhcid.ts'
import { dname } from './dname.ts'
import { dnskey } from './dnskey.ts'
import { ds } from './ds.ts'
import { dsync } from './dsync.ts'
import { eui48 } from './eui48.ts'
import { eui64 } from './eui64.ts'
import { hinfo } from './hinfo.ts'
import { https } from './https.ts'
import { ipseckey } from './ipseckey.ts'
import { key } from './key.ts'
import { kx } from './kx.ts'
import { l32 } from './l32.ts'
import { l64 } from './l64.ts'
import { loc } from './loc.ts'
import { lp } from './lp.ts'
import { mx } from './mx.ts'
import { naptr } from './naptr.ts'
import { nid } from './nid.ts'
import { ns } from './ns.ts'
import { nsec } from './nsec.ts'
import { nsec3 } from './nsec3.ts'
import { nsec3param } from './nsec3param.ts'
import { openpgpkey } from './openpgpkey.ts'
import { ptr } from './ptr.ts'
import { resinfo } from './resinfo.ts'
import { rp } from './rp.ts'
import { rrsig } from './rrsig.ts'
import { smimea } from './smimea.ts'
import { soa } from './soa.ts'
import { spf } from './spf.ts'
import { srv } from './srv.ts'
import { sshfp } from './sshfp.ts'
import { svcb } from './svcb.ts'
import { tlsa } from './tlsa.ts'
import { txt } from './txt.ts'
import { unknownRecord } from './unknown.ts'
import { uri } from './uri.ts'
import { wallet } from './wallet.ts'
import { zonemd } from './zonemd.ts'
import type { RecordFormat } from '../record-type.ts'

/** Every record type that a zone may hold by name. */
export const recordTypes: readonly RecordFormat[] = [
  ...[a, aaaa, caa, cname, dname, dnskey, ds, https, mx, ns],
  ...[nsec, ptr, rrsig, soa, spf, srv, svcb, tlsa, txt],
  ...[sshfp, naptr, uri, smimea, cds, cdnskey, openpgpkey, eui48],
  ...[eui64, nid, l32, l64, lp, nsec3, nsec3param, cert],
  ...[zonemd, csync, dhcid, key, hinfo, rp, afsdb, kx],
  ...[resinfo, wallet, dsync, amtrelay, ipseckey, apl, loc],
]

const byNumber = new Map(recordTypes.map((format) => [format.number, format]))

/** The format of a type by its number; any other is read and kept as `TYPEnnn`. */
export const formatOf = (number: number): RecordFormat =>
  byNumber.get(number) ?? unknownRecord(number)

const byType = new Map(recordTypes.map((format) => [format.type, format]))

/** The format of a record's type. */
export const formatOfType = (type: RecordFormat['type']): RecordFormat =>
  byType.get(type) ?? unknownRecord(Number(type.slice('TYPE'.length)))
