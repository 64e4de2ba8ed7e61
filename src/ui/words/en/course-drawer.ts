/** The list of lessons that opens in a lesson. */
export const words = {
  title: 'The course',
  keys: 'The lessons (Alt+L)',
  find: 'Find a lesson',
  before: (title: string) => `← ${title}`,
  after: (title: string) => `${title} →`,
  beforeOf: (title: string) => `The lesson before: ${title}`,
  afterOf: (title: string) => `The lesson after: ${title}`,
  onPath: (path: string, done: number, all: number) => `${path}: ${done} of ${all} done`,
  place: (place: number) => `${place} on your path`,
  here: 'here',
  minutes: (count: number) => `${count} min`,
  none: 'No lesson is called so.',
  close: 'Close',
  status: {
    untouched: '',
    begun: 'begun',
    shown: 'once more, without help',
    done: '✓ done',
    due: '↻ review today',
  },
  /** At the end of a lesson on a path. */
  next: (title: string) => `Next: ${title}`,
  pathDone: 'Path done: what you can do now',
}
