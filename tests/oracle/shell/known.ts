import type { KnownDifference } from '../suite.ts'

/** A way in which lines of one side are not those of the other, by design. */
export interface ShellDifference extends KnownDifference {
  readonly programs: readonly string[]
  /** Whether a line that only one side has is explained by it. */
  readonly line: RegExp
  readonly only?: 'ours' | 'theirs'
}

const differs = (
  code: string,
  programs: readonly string[],
  line: RegExp,
  reason: string,
  only?: 'ours' | 'theirs',
): ShellDifference => ({ code, programs, line, reason, ...(only && { only }) })

/** What is otherwise by design, line by line. */
export const shellDifferences: readonly ShellDifference[] = [
  differs(
    'dig/less-ceremony',
    ['dig'],
    /^; \(1 server found\)$|^;; global options|^;; OPT PSEUDOSECTION|^; EDNS:|^;; Query time|^;; MSG SIZE|^$/,
    'lines about the program and the transport are left out: a learner looks for the answer',
    'theirs',
  ),
  differs(
    'dig/own-name',
    ['dig'],
    /^; <<>> |^;; SERVER: /,
    'each names itself and its server; ours is a simulation, and says so',
  ),
  differs(
    'dig/resolver',
    ['dig'],
    /^;; flags: /,
    'ours asks a resolver, whose answers are not authoritative, and shows no EDNS record; the real one asks the server of the zones',
  ),
  differs(
    'dig/no-answer-in-words',
    ['dig'],
    /^;; (?:NODATA|NXDOMAIN): /,
    'a negative answer is explained in a sentence',
    'ours',
  ),
  differs(
    'dig/types-here',
    ['dig'],
    /^;; Got answer|NOTIMP|^\[status/,
    'types that no zone here can hold, and `ANY`, are refused with advice (RFC 8482 lets a server do the same)',
  ),
  differs(
    'nslookup/resolver',
    ['nslookup'],
    /^Non-authoritative answer:$|^Authoritative answers can be found from:$|^$/,
    'ours asks a resolver, whose answers are not authoritative; the real one asks the server of the zones',
  ),
  differs('swaks/own-name', ['swaks'], /X-Mailer: /, 'the message says which program wrote it'),
  differs(
    'curl/goodbye',
    ['curl'],
    /^> QUIT$|^> A\d+ LOGOUT$|^< (?:221 |\+OK |\* BYE|A\d+ OK LOGOUT).*$/,
    'the goodbye is shown: the real one sends it when it has stopped to show anything',
    'ours',
  ),
  differs(
    'curl/amount',
    ['curl'],
    /^[{}] \[\d+ bytes data\]$/,
    'how many octets went in one go is left out',
    'theirs',
  ),
  differs(
    'curl/own-root',
    ['curl'],
    /^\[status (?:0|60)\]$/,
    'certificates here are below a root that the real one does not know',
  ),
  differs(
    'spfquery/own-words',
    ['spfquery'],
    /^`.*|^\S+: .*(?:is (?:not )?authorized|No applicable sender policy).*|^Rejected by SPF record$/,
    'each gives the reason in its own words; ours says which term decided, and repeats it where the domain has no explanation of its own',
  ),
  differs(
    'opendkim-testmsg/sha-256',
    ['opendkim-testmsg'],
    /^DKIM-Signature: |^\s+\S*[=;/+]|^\s+\S{40,}$/,
    'the real one signs with rsa-sha1, which verifiers must not accept (RFC 8301), and folds otherwise; ours signs with rsa-sha256 and relaxed/relaxed',
  ),
]
