/** What can be done with the work on a page, as a file too. */
export const words = {
  resetLesson: 'Reset the lesson',
  resetSandbox: 'Reset the sandbox',
  share: 'Share a link',
  handIn: 'Hand in …',
  export: 'Export my work',
  import: 'Import a file',
  lessonOver: 'Start the lesson over?',
  sandboxOver: 'Start the sandbox over?',
  whatGoes:
    'The terminal, the zones and the mailboxes go back to how they were at the start. You can undo it right after.',
  keep: 'Keep my work',
  startOver: 'Start over',
  isNewer: 'A later version of HELO World wrote this file.',
  isNone: 'This file holds no work that was exported here.',
  isOther: (lesson: string) => `This file holds work on another lesson: ${lesson}.`,
}
