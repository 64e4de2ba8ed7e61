/** What stands below the doing: what comes next, a hint, a notice. */
export const words = {
  tones: { next: 'Next', look: 'Look here', know: 'Now you know', done: 'Well done' },
  lessonDone: 'Every step is done. Look back at what it was about.',
  noLonger: (reason: string) => `This step was done, and no longer holds. ${reason}`,
  stepDone: 'This step is done. Go on when you have read it.',
  committed: 'You have said what you think. Now do it, and see.',
  twoTabs: 'Two tabs',
  otherTab: 'Another tab worked on this too. Nothing is lost: choose which work goes on.',
  otherTabDid: (done: number, all: number) =>
    `Another tab worked on this too, and did ${done} of ${all} steps. Nothing is lost: choose which work goes on.`,
  bringHere: 'Bring it here',
  keepThisTab: 'Go on with this tab’s',
  less: 'Less',
  more: 'More',
  allRight: 'All right',
  undo: 'Undo',
}
