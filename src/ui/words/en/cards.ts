/** Questions beside a step. */
export const words = {
  predict: {
    open: 'Before you run it',
    committed: 'You have said',
    settled: 'You said, and it ran',
  },
  pick: { open: 'Pick the line', settled: 'The line' },
  mark: { open: 'Mark the lines', settled: 'The lines' },
  order: { open: 'Put in order', settled: 'The order' },
  sort: { open: 'Sort them', settled: 'Sorted' },
  yourOrder: 'Your order',
  earlier: (item: string) => `Earlier: ${item}`,
  takeOut: (item: string, place: number) => `Take out: ${item}, now ${place}`,
  number: 'Number them in your order',
  asItGoes: 'Above is the order as it goes.',
  isOrder: 'This is the order',
  asSorted: 'Above each lies where it belongs.',
  isSorted: 'They are sorted',
  /** In a cell that nothing was said of. */
  guessHere: 'Guess',
  saidSo: 'You said, and so it is',
  said: 'You said',
  soItIs: 'So it is',
  committed: 'Committed. Now do it, and see.',
  commit: 'Commit',
  guess: 'A wrong guess costs nothing.',
  /** Before a row. */
  right: 'Right:',
  emptyLine: '(an empty line)',
  noRows: 'There is nothing to choose from yet.',
  areLines: 'These are the lines',
  isLine: 'This line',
}
