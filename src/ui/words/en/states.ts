export const words = {
  title: 'Saved states',
  name: 'Name of this state',
  save: 'Save',
  full: (most: number) => `There are ${most} states already: delete one first.`,
  stepBack: 'Step back',
  unnamed: (number: number) => `State ${number}`,
  none: 'Save the world as it is now, and come back to it later.',
  goBack: 'Go back',
  goBackTo: (name: string) => `Go back to ${name}`,
  compare: 'Compare',
  compareWith: (name: string) => `Compare ${name} with now`,
  remove: 'Delete',
  removeNamed: (name: string) => `Delete ${name}`,
  branch: (number: number) => `Branch ${number}`,
  isBranch: 'kept when you went back',
  saved: (name: string) => `${name} is saved.`,
  removed: (name: string) => `${name} is deleted.`,
  wentBack: (name: string, kept: string | undefined) =>
    kept === undefined
      ? `You are back at ${name}.`
      : `You are back at ${name}. What you did since is kept as ${kept}.`,
  steppedBack: (kept: string | undefined) =>
    kept === undefined
      ? 'One input is undone.'
      : `One input is undone; all of it is kept as ${kept}.`,
  working: 'Comparing …',
  failed: (reason: string) => `The two cannot be compared: ${reason}`,
  same: 'Nothing differs.',
  versus: (first: string, second: string) => `${first} (−) and ${second} (+)`,
  now: 'now',
  with: 'Compare with',
  close: 'Close',
  clock: 'Clock',
  zone: (origin: string) => `Zone ${origin}`,
  mail: 'Mailboxes',
  waiting: 'Queues',
  events: (shared: number) => `What happened, after ${shared} events in both`,
  more: (count: number) => `… and ${count} more`,
}
