/** What two servers never have in common, with what stands in its place. */
const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  [/queued as \w+/g, 'queued as ID'],
  [/\b(UIDVALIDITY|HIGHESTMODSEQ|MODSEQ) \(?\d+\)?/g, '$1 N'],
  [/\[(APPENDUID|COPYUID) \d+/g, '[$1 N'],
  [/INTERNALDATE "[^"]*"/g, 'INTERNALDATE "DATE"'],
  [/\(\d+\.\d+ \+ \d+\.\d+(?: \+ \d+\.\d+)? secs\)/g, '(TIME)'],
  [/Dovecot \(Debian\)/g, 'Dovecot'],
  [/^(\+OK .*)<\S+@\S+>$/gm, '$1<STAMP>'],
  [/^(\+ |334 )[\w+/=]{30,}/gm, '$1CHALLENGE'],
]

/** A server may list mailboxes in any order (RFC 9051 §6.3.9). */
const sortLists = (text: string): string =>
  text.replace(
    /(?:^\* (?:LIST|LSUB) .*\n(?:\* STATUS .*\n)?)+/gm,
    (list) =>
      list
        .split(/\n(?=\* (?:LIST|LSUB))/)
        .map((one) => one.trimEnd())
        .sort()
        .join('\n') + '\n',
  )

/** A reply without dates, ids, times, and an order that means nothing. */
export const normalize = (reply: string): string =>
  sortLists(
    PLACEHOLDERS.reduce(
      (text, [pattern, placeholder]) => text.replace(pattern, placeholder),
      reply,
    ),
  )
