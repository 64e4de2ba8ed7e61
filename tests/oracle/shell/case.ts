import { textCases, textPreparation } from './text-cases.ts'

/** A line that is typed in our terminal and in a real shell. */
export interface ShellCase {
  /** The real program whose words these are, to look for; all of a line's others are its tools. */
  readonly program: string
  /**
   * The line. `{server}` is where SMTP is: `--server` with a name in ours, with an address and a port in
   * the real one. `{smtp}`, `{imap}` and `{pop3}` are hosts with ports, as in an address.
   */
  readonly line: string
  /** What is compared: what it prints, what it complains about, or its status alone. */
  readonly compare: 'output' | 'errors' | 'both' | 'status'
}

/** What a line came to. */
export interface Ran {
  readonly status: number
  readonly output: string
  readonly errors: string
}

const output = (program: string, lines: readonly string[]): ShellCase[] =>
  lines.map((line) => ({ program, line, compare: 'output' }))

const status = (program: string, lines: readonly string[]): ShellCase[] =>
  lines.map((line) => ({ program, line, compare: 'status' }))

/** Typed in ours first; the files that come of it are given to both. */
export const preparation: readonly string[] = [
  'openssl genpkey -algorithm RSA -out rsa.pem',
  'openssl genpkey -algorithm ed25519 -out ed.pem',
  'openssl rsa -in rsa.pem -pubout -out rsa.pub',
  'openssl pkey -in ed.pem -pubout -out ed.pub',
  'opendkim-genkey -d example.org -s june',
  'openssl dgst -sha256 -sign rsa.pem -out signature message.eml',
  'openssl pkeyutl -sign -rawin -inkey ed.pem -in message.eml -out ed.signature',
  'echo Q | openssl s_client -connect mx.example.org:465 -showcerts > chain.pem',
  'printf "hello\\n" > hello',
  `printf '\\000\\001\\377\\nx' > octets`,
  'printf "" > empty',
  'printf "Subject: hi\\r\\n\\r\\nHello\\r\\n" > crlf.eml',
  ...textPreparation,
]

const opensslCases: readonly ShellCase[] = [
  ...output('openssl', [
    'openssl dgst -sha256 message.eml',
    'openssl sha256 hello octets empty',
    'openssl dgst -sha1 hello',
    'openssl sha512 < hello',
    'openssl dgst -r -sha256 hello',
    'openssl dgst -c -sha256 hello',
    'openssl dgst -sha256 -binary octets',
    'openssl dgst -sha256 -binary octets | openssl base64',
    'openssl dgst -sha256 -sign rsa.pem message.eml',
    'openssl dgst -sha256 -hex -sign rsa.pem message.eml',
    'openssl dgst -sha1 -sign rsa.pem hello',
    'openssl dgst -sha256 -verify rsa.pub -signature signature message.eml',
    'openssl dgst -sha256 -verify rsa.pub -signature signature hello',
    'openssl pkeyutl -sign -rawin -inkey ed.pem -in hello',
    'openssl pkeyutl -verify -rawin -pubin -inkey ed.pub -in message.eml -sigfile ed.signature',
    'openssl pkeyutl -verify -rawin -pubin -inkey ed.pub -in hello -sigfile ed.signature',
    'openssl rsa -in rsa.pem -pubout',
    'openssl rsa -in rsa.pem',
    'openssl rsa -in rsa.pem -traditional',
    'openssl rsa -in rsa.pem -noout -text',
    'openssl rsa -in rsa.pem -noout -modulus',
    'openssl rsa -pubin -in rsa.pub -noout -text',
    'openssl rsa -in june.private -pubout',
    'openssl pkey -in ed.pem -text',
    'openssl pkey -in ed.pem -pubout',
    'openssl pkey -pubin -in ed.pub -noout -text',
    'openssl pkey -in rsa.pem -pubout | openssl dgst -sha256',
    'openssl pkey < rsa.pem',
    'openssl base64 -in message.eml',
    'openssl base64 -A -in octets',
    'openssl enc -base64 < hello',
    'openssl base64 -in message.eml | openssl base64 -d',
    'openssl base64 -d < hello',
    'openssl x509 -in chain.pem -noout -text',
    'openssl x509 -in chain.pem -noout -subject -issuer -dates -serial',
    'openssl x509 -noout -startdate -enddate < chain.pem',
    'openssl x509 -in chain.pem -noout -fingerprint -sha256',
    'openssl x509 -in chain.pem -noout -fingerprint',
    'openssl x509 -in chain.pem -noout -pubkey',
    'openssl x509 -in chain.pem -noout -ext subjectAltName',
    'openssl x509 -in chain.pem -noout -checkhost mx.example.org',
    'openssl x509 -in chain.pem -noout -checkhost www.example.org',
    'openssl x509 -in chain.pem',
    'openssl x509 -in chain.pem -outform DER | openssl dgst -sha256',
  ]),
  ...status('openssl', [
    'openssl nosuch',
    'openssl dgst -sha265 hello',
    'openssl dgst -sha256 missing',
    'openssl rsa -in missing',
    'openssl rsa -in ed.pem',
    'openssl rsa -in hello -noout',
    'openssl x509 -noout -in hello',
    'openssl genpkey',
    'openssl genpkey -algorithm none',
    'openssl dgst -sha256 -sign ed.pem hello',
    'openssl x509 -in chain.pem -noout -checkend 99999999999',
  ]),
]

const toolCases: readonly ShellCase[] = [
  ...output('base64', [
    'base64 message.eml',
    'base64 -w 20 octets',
    'base64 -w 0 octets',
    'base64 empty',
    'base64 octets | base64 -d',
    'echo aGVsbG8= | base64 -d',
    'echo "aGV*sbG8=" | base64 -d',
    'echo "aGV*sbG8=" | base64 -di',
    'echo aGVsbG8 | base64 -d',
  ]),
  ...status('base64', ['base64 missing', 'echo "a*" | base64 -d', 'base64 -w x hello']),
]

const dnsCases: readonly ShellCase[] = [
  ...output('dig', [
    'dig example.org MX',
    'dig example.org',
    'dig mx.example.org',
    'dig example.org TXT +short',
    'dig +short mx.example.org A',
    'dig example.org MX +noall +answer',
    'dig +noall +answer example.org NS example.net MX',
    'dig nobody.example.org A',
    'dig mx.example.org MX',
    'dig example.org SOA +short',
    'dig example.org MX +nocomments',
    'dig _dmarc.example.org TXT +noall +question',
    'dig -t MX example.org +short',
    'dig -x 192.0.2.25 +short',
    'dig www.example.org CNAME +short',
    'dig www.example.org A +short',
    'dig www.example.org A +noall +answer',
    'dig example.org ANY +noall +comments',
  ]),
  ...output('host', [
    'host example.org',
    'host mx.example.org',
    'host -t TXT example.org',
    'host -t MX example.org',
    'host nobody.example.org',
    'host www.example.org',
    'host 192.0.2.25',
    'host -t SOA example.org',
    'host -t CAA example.org',
  ]),
  ...output('nslookup', [
    'nslookup mx.example.org',
    'nslookup -type=MX example.org',
    'nslookup -type=TXT example.org',
    'nslookup nobody.example.org',
    'nslookup www.example.org',
    'nslookup -type=SOA example.org',
  ]),
  ...status('host', ['host nobody.example.org', 'host example.org']),
  ...status('nslookup', ['nslookup nobody.example.org', 'nslookup example.org']),
  ...status('dig', ['dig nobody.example.org', 'dig +nosuch example.org', 'dig example.org']),
]

const swaksCases: readonly ShellCase[] = [
  ...output('swaks', [
    'swaks --to bob@example.org --from alice@example.net {server}',
    'swaks --to bob@example.org --from alice@example.net {server} --quit-after RCPT',
    'swaks --to bob@example.org --from alice@example.net {server} -q EHLO',
    'swaks --to nobody@example.org --from alice@example.net {server}',
    'swaks --to bob@example.org,nobody@example.org -f alice@example.net {server} -q RCPT',
    'swaks -t bob@example.org -f alice@example.net {server} --h-Subject "Good day" --body "Hello"',
    'swaks -t bob@example.org -f alice@example.net {server} --header "X-A: b" --helo a.example',
    'swaks -t bob@example.org -f alice@example.net {server} --data - < message.eml',
    'swaks -t bob@example.org -f alice@example.net {server} -hs -q MAIL',
  ]),
  ...status('swaks', [
    'swaks --to nobody@example.org --from alice@example.net {server}',
    'swaks -t bob@example.org -f alice@example.net {server} -q DATA',
    'swaks -t bob@example.org -f alice@example.net {server} -q HELO',
    'swaks -t bob@example.org -f alice@example.net {server} -tls -q EHLO',
    'swaks -t bob@example.org -f alice@example.net {server} -tlsc -q EHLO',
    'swaks -t bob@example.org -f alice@example.net {server} -a PLAIN -au a -ap b -q AUTH',
    'swaks -f alice@example.net {server} --nosuch',
  ]),
]

const opendkimCases: readonly ShellCase[] = [
  ...output('opendkim-testmsg', [
    'opendkim-testmsg -d example.org -s june -k june.private < message.eml',
    'opendkim-testmsg < message.eml',
  ]),
  ...status('opendkim-testmsg', [
    'opendkim-testmsg < message.eml',
    'opendkim-testmsg -d example.org < message.eml',
    'opendkim-testmsg -d example.org -s june -k missing < message.eml',
    'opendkim-testmsg -d example.org -s june -k hello < message.eml',
  ]),
  // The real one asks a resolver of its own, which knows nothing of our zones.
  ...status('opendkim-testkey', ['opendkim-testkey', 'opendkim-testkey -x']),
  ...output('opendkim-genkey', [
    'opendkim-genkey -d example.org -s oracle && ls oracle.private oracle.txt',
  ]),
  ...status('opendkim-genkey', [
    'opendkim-genkey -d example.org -s second',
    'opendkim-genkey -b',
    'opendkim-genkey --nosuch',
  ]),
]

/** What `curl` prints, and with `-v` what both sides say. */
const curlCases: readonly ShellCase[] = [
  ...(
    [
      'curl -sSv smtp://{smtp}/a.example --mail-from alice@example.net --mail-rcpt bob@example.org -T crlf.eml',
      'curl -sSv smtp://{smtp}/a.example --mail-from alice@example.net --mail-rcpt nobody@example.org -T crlf.eml',
      'curl -sSv smtp://{smtp}/a.example -X "VRFY bob"',
      'curl -sSv smtp://{smtp}/a.example -X NOSUCH',
      'curl -sSv smtp://{smtp}/a.example --mail-rcpt bob@example.org',
      'curl -sSv -u bob@example.org:secret pop3://{pop3}/',
      'curl -sSv -u bob@example.org:secret pop3://{pop3}/1',
      'curl -sSv -u bob@example.org:secret pop3://{pop3}/ -X UIDL',
      'curl -sSv -u bob@example.org:wrong pop3://{pop3}/',
      'curl -sSv -u bob@example.org:secret imap://{imap}/',
      'curl -sSv -u bob@example.org:secret "imap://{imap}/INBOX" -X "STATUS INBOX (MESSAGES)"',
      'curl -sSv -u bob@example.org:secret "imap://{imap}/INBOX;UID=1"',
      'curl -sSv -u bob@example.org:secret "imap://{imap}/INBOX?ALL"',
      'curl -sSv -u bob@example.org:wrong imap://{imap}/',
    ] as const
  ).map((line): ShellCase => ({ program: 'curl', line, compare: 'both' })),
  ...status('curl', [
    'curl',
    'curl --nosuch smtp://{smtp}',
    'curl nosuch://mx.example.org',
    'curl -s smtp://{smtp} --mail-rcpt bob@example.org -T missing',
    'curl -s --ssl-reqd pop3://{pop3}/ -u bob@example.org:secret',
  ]),
]

/** The real one asks our servers. */
const spfCases: readonly ShellCase[] = [
  ...output('spfquery', [
    'spfquery --ip 192.0.2.25 --mfrom bob@example.org',
    'spfquery --ip 203.0.113.66 --mfrom bob@example.org',
    'spfquery --ip-address 2001:db8::25 --mail-from bob@example.org',
    'spfquery -i 203.0.113.66 -m bob@example.org',
    'spfquery --ip 203.0.113.66 -s bob@example.org',
    'spfquery --ip 192.0.2.25 --helo mx.example.org',
    'spfquery --scope helo --id example.org --ip 192.0.2.25',
    'spfquery -s mfrom --identity bob@example.org --ip 192.0.2.25 --helo-id mx.example.org',
    'spfquery --scope mfrom --id bob@example.org --ip 203.0.113.66 --helo-identity forger.example',
    'spfquery --ip 203.0.113.66 --mfrom bob@nowhere.example',
    'spfquery --ip 203.0.113.66 --mfrom bob@example.org --hostname mx.example.com',
  ]),
  ...status('spfquery', [
    'spfquery',
    'spfquery --nosuch',
    'spfquery --ip 192.0.2.25',
    'spfquery --ip here --mfrom bob@example.org',
    'spfquery --scope nosuch --id bob@example.org --ip 192.0.2.25',
    'spfquery --scope helo --id example.org',
  ]),
]

/** All that are compared. */
export const shellCases: readonly ShellCase[] = [
  ...opensslCases,
  ...toolCases,
  ...dnsCases,
  ...swaksCases,
  ...opendkimCases,
  ...curlCases,
  ...spfCases,
  ...textCases,
]
