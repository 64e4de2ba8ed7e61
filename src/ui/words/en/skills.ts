/** The page of what one can do. */
export const words = {
  title: 'Skills',
  lead: 'What you can do, since when, and what is worth another look. There are no points and no ranks: it is kept in this browser, and you alone see it.',
  newcomer: 'Nothing is done yet. Each line is what a lesson teaches; begin with any of them.',
  noScript: 'What you have done is marked by a script. The list reads without it.',
  sum: (can: number, mastered: number, all: number) =>
    `You can do ${can} of ${all} things${mastered > 0 ? `, and have mastered ${mastered}` : ''}.`,
  due: (count: number) => `${count === 1 ? 'One is' : `${count} are`} due for review today.`,
  /** How a skill stands. */
  notYet: 'Not yet',
  begun: (step: number, all: number) => `Begun: step ${step} of ${all}`,
  shown: 'Every step is done, one by a line that was shown. Once more without it, and it counts.',
  canNow: '✓ You can',
  can: (date: string) => `✓ You can, since ${date}`,
  mastered: (date: string) => `✓ Mastered, since ${date}`,
  dueToday: '↻ Due today',
  dueOn: (date: string) => `Review on ${date}`,
  rests: 'Reviewed four times: it rests.',
  /** What is missing for mastery. */
  toMaster: (more: number, isLate: boolean) => {
    if (more === 0) return 'To master it: one more variant, a day or more after the lesson.'
    const late =
      more === 1
        ? ', a day or more after the lesson'
        : ', one of them a day or more after the lesson'
    return `To master it: ${more === 1 ? 'one variant' : `${more} variants`} that you have not seen, without a hint${isLate ? '' : late}.`
  },
  review: 'Review it, with other names',
  reviewOf: (lesson: string) => `Review ${lesson}, with other names`,
  missed: {
    predicted: (step: string) => `You predicted otherwise: ${step}`,
    shown: (step: string) => `The line was shown to you: ${step}`,
    mistake: (hint: string) => `This came up often: ${hint}`,
  },
  /** Work as a file, and records. */
  keepTitle: 'Take it with you',
  fileTitle: 'All of your work',
  fileText:
    'One file with your work on every lesson. Another browser reads it: what is further along stays, there and here.',
  export: 'Export everything',
  import: 'Import a file',
  nothingToExport: 'There is no work in this browser yet.',
  exported: (lessons: number) =>
    `The file holds your work on ${lessons === 1 ? 'one lesson' : `${lessons} lessons`}.`,
  imported: (taken: number, kept: number) =>
    `${taken === 1 ? 'The work on one lesson' : `The work on ${taken} lessons`} came in.` +
    (kept > 0 ? ` ${kept === 1 ? 'One was' : `${kept} were`} further along here, and stay.` : ''),
  importFaults: {
    large: 'This file is too large to be work from here.',
    none: 'This file holds no work that was exported from this page.',
    newer: 'A later version of HELO World wrote this file.',
    full: 'The browser’s storage is full: not all of the file came in.',
  },
  recordTitle: 'A record of completion',
  recordText:
    'A text with a code. It holds what you did in each lesson, so anyone can do it again and see that it is so: here, or with `helo-world verify-record`. The name and the dates are what you and your clock say, and cannot be checked.',
  name: 'Name on it (optional)',
  make: 'Make the record',
  changed: (reason: string) => `This is no record as it was made. ${reason}`,
  changedAt: (reason: string, line: number) =>
    `This is no record as it was made. Line ${line}: ${reason}`,
  notReached: 'What is needed for that could not be fetched. Try again.',
  nothingGiven: 'Paste a record first.',
  fileName: 'helo-world-record.txt',
  head: (name: string, date: string) =>
    `HELO World: a record of completion${name ? ` of ${name}` : ''}, made on ${date}`,
  foot: 'Verify it at the page “Skills” of HELO World, or: helo-world verify-record FILE. What stands outside of the code counts for nothing.',
  noneDone: 'A record needs one lesson that is done.',
  noDigest: 'This page was not loaded over a secure connection, so the record cannot be made here.',
  made: (lessons: number) =>
    `The record is made: ${lessons === 1 ? 'one lesson' : `${lessons} lessons`}.`,
  unrecorded: (lessons: number) =>
    `Of ${lessons === 1 ? 'one lesson' : `${lessons} lessons`} there is no journal: open it once, or play it again, and it will be in the next record.`,
  gradeLink: 'Grade what a class handed in',
  verifyTitle: 'Verify a record',
  verifyText:
    'Paste the text or choose the file. Each lesson in it is done again in this page, input by input, and judged as it was for its learner. Nothing is sent anywhere.',
  code: 'The record',
  verify: 'Verify',
  file: 'Choose a file',
  verifying: (at: number, all: number) => `Doing play ${at} of ${all} again …`,
  holds: (name: string, lessons: number) =>
    `It holds${name ? ` for ${name}` : ''}: ${lessons === 1 ? 'one lesson was' : `${lessons} lessons were`} really done.`,
  holdsNot: (name: string, done: number, all: number) =>
    `It does not hold${name ? ` for ${name}` : ''}: ${done} of ${all} lessons could be done again.`,
  outcomes: {
    done: 'done',
    open: 'what is written there does not do the lesson',
    broken: 'what is written there cannot be done again',
    lesson: 'there is no such lesson here',
    edition: 'it was done in another edition of the lesson, which is not here',
    variant: 'the lesson has no such variant',
  },
  onDate: (outcome: string, date: string) => `${outcome}, on ${date}`,
}
