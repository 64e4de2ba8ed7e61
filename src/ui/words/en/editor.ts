export const words = {
  also: 'Also:',
  /** By kind of document. */
  labels: {
    zone: (origin: string) => `Zone ${origin}`,
    settings: (host: string) => `Settings of ${host}`,
    message: (name: string) => `Message ${name}`,
  },
  noProblems: 'No problems here.',
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
