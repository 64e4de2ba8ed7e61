/**
 * Type mnemonics and their numbers (IANA, DNS parameters; RFC 6895 §3.1). Those without a file of
 * their own in `records/` are read and kept as `TYPEnnn` (RFC 3597 §5).
 */
export const typeNumbers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ A: 1, NS: 2, MD: 3, MF: 4, CNAME: 5, SOA: 6, MB: 7, MG: 8, MR: 9, NULL: 10, WKS: 11 },
    ...{ PTR: 12, HINFO: 13, MINFO: 14, MX: 15, TXT: 16, RP: 17, AFSDB: 18, X25: 19, ISDN: 20 },
    ...{ RT: 21, NSAP: 22, 'NSAP-PTR': 23, SIG: 24, KEY: 25, PX: 26, GPOS: 27, AAAA: 28, LOC: 29 },
    ...{ NXT: 30, EID: 31, NIMLOC: 32, SRV: 33, ATMA: 34, NAPTR: 35, KX: 36, CERT: 37, A6: 38 },
    ...{ DNAME: 39, SINK: 40, APL: 42, DS: 43, SSHFP: 44, IPSECKEY: 45, RRSIG: 46, NSEC: 47 },
    ...{ DNSKEY: 48, DHCID: 49, NSEC3: 50, NSEC3PARAM: 51, TLSA: 52, SMIMEA: 53, HIP: 55 },
    ...{ NINFO: 56, RKEY: 57, TALINK: 58, CDS: 59, CDNSKEY: 60, OPENPGPKEY: 61, CSYNC: 62 },
    ...{ ZONEMD: 63, SVCB: 64, HTTPS: 65, SPF: 99, NID: 104, L32: 105, L64: 106, LP: 107 },
    ...{
      DSYNC: 66,
      HHIT: 67,
      BRID: 68,
      AMTRELAY: 260,
      RESINFO: 261,
      WALLET: 262,
      CLA: 263,
      IPN: 264,
      DOA: 259,
    },
    ...{ EUI48: 108, EUI64: 109, URI: 256, CAA: 257, AVC: 258, TA: 32768, DLV: 32769 },
  }),
)

/** RFC 6895 §3.1: types are 16 bits wide. */
const MAX_TYPE = 65535

/** @returns The number of a mnemonic or of `TYPEnnn` in any case, or `undefined`. */
export function typeNumber(word: string): number | undefined {
  return typeNumbers.get(word) ?? numberOf(word.toUpperCase())
}

function numberOf(upper: string): number | undefined {
  const generic = /^TYPE(\d{1,5})$/.exec(upper)
  if (!generic) return typeNumbers.get(upper)
  const number = Number(generic[1])
  return number <= MAX_TYPE ? number : undefined
}

/** IN, the three that only history uses, and `CLASSnnn` (RFC 1035 §3.2.4, RFC 3597 §5). */
export const isClass = (word: string): boolean => word === 'IN' || CLASS.test(word)

const CLASS = /^(?:IN|CS|CH|HS|CLASS\d{1,5})$/i
