export const words = {
  problems: 'Problems of the message',
  line: (severity: string, line: number) => `${severity}, line ${line}:`,
  why: 'Why',
  none: 'No problems with the form of this message.',
}
