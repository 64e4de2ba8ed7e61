/** The page that grades what learners handed in: what is given to it. */
export const words = {
  title: 'Grade',
  lead: 'Drop what your learners handed in: each file is done again, input by input, and this page says who met which goal and when, which mistakes were made, and what was pasted.',
  stays:
    'Nothing leaves your browser: the files are read on this page, and gone when you close it.',
  noScript: 'A script grades the files: it is turned off.',
  giveTitle: 'What was handed in',
  orDrop:
    'Drop files here by the dozen, or a folder of them: `NAME.helo.json`, or records of completion.',
  choose: 'Choose files',
  clear: 'Remove everything',
  code: 'Code of the class',
  codeHint:
    'With it, each name must have played its own variant. Give your learners a link to a lesson that ends in ?class=CODE.',
  resultsTitle: 'Grades',
  nothingYet: 'Nothing has been given yet. Here will be',
  willTable:
    'a table: steps, goals, first answers, mistakes, tries, minutes, pastes and hints of each;',
  willWhy: 'why a file is not believed: it was changed, or its inputs do not come to what it says;',
  willCommon: 'what several did wrong;',
  willCsv: 'the same as CSV, for a spreadsheet.',
  /** Said when something was done. */
  taken: (count: number) => (count === 1 ? 'One file came in.' : `${count} files came in.`),
  again: (count: number) =>
    count === 1 ? 'One file was there already.' : `${count} files were there already.`,
  notTaken: (names: string, limit: string) => `Left out, since a file may have ${limit}: ${names}.`,
  notTakenMany: (limit: number, count: number) =>
    `${count === 1 ? 'One file was' : `${count} files were`} left out: ${limit} are graded at once.`,
  unreadable: (names: string) => `The browser could not read ${names}.`,
  cleared: 'Everything is removed.',
  notReached: 'What grades the files could not be fetched. Try again.',
}
