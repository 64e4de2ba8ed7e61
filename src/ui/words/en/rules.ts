/** The pages about rules, and the search. What stands in `[…](1)` is marked: the page says how. */
export const words = {
  title: 'Rules',
  /** Of a family's page; it fills in the family. */
  titleOf: 'Rules for %title%',
  description:
    'Every rule that zones, mail records and messages are checked against: its reason, its RFC section, what it finds and how it is fixed.',
  skip: 'Skip to the rules',
  skipToRule: 'Skip to the rule',
  heading: 'The rules',
  /** The page fills in how many there are. */
  write: 'Write a record from choices, judged by these rules',
  lead: 'Zones, mail records and messages are checked against %count% rules, at each keystroke. Each rule has a page with its reason, its RFC section, and examples of what it finds and what it leaves alone.',
  search: 'Search the rules',
  family: 'Family',
  severity: 'Severity',
  record: 'Record',
  any: 'any',
  severities: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  check: 'A zone or a message of your own? [Check yours](1): nothing leaves your browser.',
  help: 'Words, a code or a section: `redirect loop`, `spf/`, `7208 §5`. [/](1) leads here, [↓](2) into the list, [Esc](3) back.',
  all: 'All rules',
  families: 'Neighbouring families',
  neighbours: 'Neighbouring rules',
  before: (title: string) => `Before: ${title}`,
  next: (title: string) => `Next: ${title}`,
  /** `71 rules: 43 errors, 14 warnings, 9 notes, 5 hints`; only those that there are. */
  counts: (rules: number, parts: readonly string[]) => `${rules} rules: ${parts.join(', ')}`,
  count: {
    error: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
    warning: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
    info: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    hint: (count: number) => (count === 1 ? '1 hint' : `${count} hints`),
  },
  finds: 'What it finds',
  inSandbox: 'Open in the sandbox',
  leavesAlone: 'What it leaves alone',
  beforeFix: 'before',
  afterFix: 'after',
  notLoaded: 'The list of rules could not be loaded. The families below have them all.',
  none: 'No rule has all of these words.',
  first: (shown: number, found: number) =>
    `The first ${shown} of ${found} rules. Another word narrows them down.`,
  found: (count: number) => (count === 1 ? '1 rule' : `${count} rules`),
}
