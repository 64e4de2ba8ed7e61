const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}` : names[0]!

export const words = {
  note: 'who sends as you say',
  sender: 'Sender',
  address: 'Address',
  decidedBy: 'Decided by',
  was: (result: string) => `was ${result}`,
  should: (results: readonly string[]) => `It should be ${results.join(' or ')}.`,
  none: 'Senders appear here when the zones are ready.',
  count: (right: number, all: number) => `${right} of ${all} right`,
  /** A row, for who does not see it as a table. */
  row: (row: {
    readonly name: string
    readonly ip: string
    readonly result: string
    /** What it should be; undefined where it is so. */
    readonly expected: readonly string[] | undefined
    readonly was: string | undefined
    readonly decider: string
  }) => {
    const expected = row.expected ? `should be ${row.expected.join(' or ')}` : 'as it should be'
    const before = row.was ? `, was ${row.was}` : ''
    return `${row.name}, ${row.ip}: SPF ${row.result}, ${expected}${before}; decided by ${row.decider}`
  },
  /** What is read out once an edit has settled. */
  announced: (count: string, changes: readonly string[]) => `${count}; ${changes.join(', ')}.`,
  /** What an edit changed for some of the senders, or for all. */
  changed: (names: readonly string[], isAll: boolean, result: string) => {
    const isOne = names.length === 1
    const subject = isAll && !isOne ? `all ${names.length}` : listed(names)
    if (result === 'pass') return `${subject} now ${isOne ? 'passes' : 'pass'}`
    if (result === 'fail') return `${subject} now ${isOne ? 'fails' : 'fail'}`
    return `${subject} now ${isOne ? 'gets' : 'get'} ${result}`
  },
}
