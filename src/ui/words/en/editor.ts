export const words = {
  also: 'Also:',
  zone: (origin: string) => `Zone ${origin}`,
  noProblems: 'No problems in this zone.',
  /** Read out where the caret goes to a finding; with its way out, where there is one. */
  at: (severity: string, line: number, message: string, fix: string | undefined) =>
    `${severity} in line ${line}: ${message}${fix ? ` Fix with Control or Command and full stop: ${fix}.` : ''}`,
  inLine: (severity: string, line: number) => `${severity} in line ${line}`,
  /** Behind a severity. */
  line: (line: number) => `, line ${line}`,
  fix: 'Fix:',
  why: 'Why',
  more: (count: number) => `, and ${count} more in this line`,
  aboutRule: 'More about this rule',
}
