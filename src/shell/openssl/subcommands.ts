import type { KnownFlags } from '../flags.ts'

/** What each part of `openssl` takes, for reading its words before its code is fetched. */
export interface Subcommand {
  readonly known: KnownFlags<string, string>
  /** Where standard input is read: where none of these options is given, nor a file by its name. */
  readonly readsInputWithout?: readonly string[]
}

const same = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, name]))

const define = (
  values: string,
  switches: string,
  readsInputWithout?: readonly string[],
): Subcommand => ({
  known: { values: same(values), switches: same(switches), style: 'words' },
  ...(readsInputWithout && { readsInputWithout }),
})

export const DIGESTS = ['-sha1', '-sha256', '-sha512']

const DIGEST = define(
  '-sign -verify -signature -out',
  [...DIGESTS, '-hex', '-binary', '-r', '-c'].join(' '),
  [],
)

const BASE64 = define('-in -out', '-base64 -a -A -e -d', ['-in'])

export const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  genpkey: define('-algorithm -pkeyopt -out -outform', '-text -quiet'),
  genrsa: define('-out', '-traditional'),
  rsa: define('-in -out', '-pubin -pubout -noout -text -traditional -modulus', ['-in']),
  pkey: define('-in -out -outform', '-pubin -pubout -noout -text -traditional', ['-in']),
  pkeyutl: define('-in -inkey -sigfile -out', '-sign -verify -pubin -rawin', ['-in']),
  dgst: DIGEST,
  sha1: DIGEST,
  sha256: DIGEST,
  sha512: DIGEST,
  base64: BASE64,
  enc: BASE64,
  x509: define(
    '-in -out -inform -outform -checkend -checkhost -ext',
    '-noout -text -subject -issuer -dates -startdate -enddate -serial -fingerprint -pubkey -sha1 -sha256',
    ['-in'],
  ),
  rand: define('-out', '-hex -base64'),
}
