export const words = {
  note: (host: string) => `what ${host} asked the DNS`,
  none: 'Nothing was asked yet. Each question to the DNS comes here, with its answer.',
  /** In place of the answer, while the learner is asked to foretell it. */
  waits: 'after your guess',
  count: (asked: number) => (asked === 1 ? '1 question' : `${asked} questions`),
  /** What became of a question, in a word and in words. */
  statuses: {
    ok: 'NOERROR',
    nodata: 'NOERROR, 0 answers',
    nxdomain: 'NXDOMAIN',
    servfail: 'SERVFAIL',
    timeout: 'no answer',
  },
  meanings: {
    ok: '',
    nodata: 'the name is there, without a record of this type',
    nxdomain: 'there is no such name',
    servfail: 'the servers of the zone fail; nothing is known',
    timeout: 'no server answers in time; nothing is known',
  },
  alias: (name: string) => `an alias of ${name}`,
  kept: (seconds: number) => `kept for ${seconds} s`,
}
