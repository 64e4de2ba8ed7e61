/** The step of a lesson: its text, its goals and hints, and the way on. */
export const words = {
  yourWork: 'Your work on this lesson',
  lookingBack: 'Looking back',
  showStep: 'Show the step',
  showMe: 'Show me',
  doIt: 'Do it',
  steps: 'Steps',
  number: (number: number) => `Step ${number}`,
  place: (number: number, all: number) => `Step ${number} of ${all}`,
  named: (number: number, isDone: boolean, title: string) =>
    `Step ${number}${isDone ? ', done' : ''}: ${title}`,
  goals: 'Goals of this step',
  /** Before a goal. */
  met: 'Met:',
  notYet: 'Not yet:',
  hints: 'Hints',
  wasTheLine:
    'That was the line itself. To count, the lesson wants to be played once more with other names, without it.',
  hint: 'A hint',
  clearerHint: 'A clearer hint',
  showLine: 'Show the line',
  back: 'Back',
  lookBack: 'Look back',
  nextStep: 'Next step',
  skip: 'Skip',
}
