export const words = {
  published: 'published at every change',
  readOnly: 'read only',
  zones: 'Zone',
  advice: (count: number) => `Advice (${count})`,
  undo: 'Undo',
  startOver: 'Start over',
  problems: 'Problems',
  /** Behind a count of them, at a zone's name. */
  ofProblems: 'problems',
  problem: (count: number) => (count === 1 ? 'problem' : 'problems'),
  next: 'Go to the next one',
  nextByKey: 'Go to the next one (F8)',
  noProblems: 'No problems',
  reading: 'Reading …',
}
