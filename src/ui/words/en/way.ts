export const words = {
  results: 'Authentication-Results',
  /** The name of who wrote the field stands between. */
  writtenBy: 'Written by',
  isLast: ', the server that took the message in last.',
  isOther: ', which is not the server that took the message in last: do not rely on it.',
  unnamed: 'It does not name who judged: do not rely on it.',
  nothingChecked: 'Nothing was checked.',
  noResults: 'No server wrote down what it checked.',
  /** A section's link stands behind each of the two halves. */
  forgeable: {
    first: 'A sender can write such a field too. A server deletes those that carry its own name',
    second: ', and a reader believes only its own server',
    end: '.',
  },
  hops: 'Hops',
  sawAddress: (ip: string) => `it saw the address ${ip}`,
  order: 'From the first server to the last, as the `Received` fields have it.',
  noHops: 'No server wrote a `Received` field.',
  later: (time: string) => `${time} later`,
  sameSecond: 'in the same second',
  earlier: (time: string) =>
    `${time} earlier than the hop before: a clock is wrong, or a field was made up`,
}
