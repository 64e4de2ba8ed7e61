/** Handing in a lesson, and playing it in a class: a dialog. */
export const words = {
  title: 'Hand in this lesson',
  joinTitle: 'A lesson of your class',
  joinAbout:
    'In a class each plays the lesson with people, domains and addresses of their own: your name decides which.',
  about:
    'You get a file to send to your teacher. It holds what you did in this lesson, input by input, so that it can be done again: with the times, what you pasted from elsewhere, and the hints you opened. Nothing is sent from here.',
  name: 'Your name',
  nameHint: 'As your teacher knows you.',
  code: 'Code of the class',
  codeHint: 'Where your teacher gave you one; else leave it empty.',
  /** How far the work is. */
  stepsDone: (done: number, of: number) =>
    done === of ? `All ${of} steps are done.` : `${done} of ${of} steps are done.`,
  earlier: (date: string) =>
    `You have begun anew since. The work that you finished on ${date} is handed in.`,
  otherVariant:
    'In this class you play this lesson with other names than you did here: what you did does not count there.',
  begin: 'Begin with my names',
  goOn: 'Go on with my names',
  undoable: 'What you did so far gives way; you can undo that right after.',
  save: 'Save the file',
  saved: (file: string) => `${file} is saved. Send it to your teacher.`,
  notOwn: 'This page shows what is not your own work: leave it first.',
  noName: 'Write your name first.',
  noCode: 'Write the code of your class first.',
  begun: 'The lesson has begun with your names.',
  notReached: 'A part of this page could not be fetched. Try again.',
  close: 'Close',
}
