export const words = {
  /** Beside the title. */
  note: (name: string) => `${name} · as it stands now`,
  which: 'Message',
  none: 'There is no message to show.',
  tree: 'Its parts',
  /** Programs that show it. */
  by: { phone: 'A phone', terminal: 'In a terminal', strict: 'A strict program' },
  /** Behind such a name, how the text is shown. */
  as: { plain: 'text', html: 'HTML', raw: 'the source, as it is' },
  nothing: 'It shows nothing.',
  file: 'File',
  noName: 'without a name',
  /** What a program leaves out. */
  left: {
    alternative: (type: string) => `\`${type}\` is left out: another part says the same.`,
    unclosed: (type: string) => `\`${type}\` is left out: its end is not marked.`,
    unfound: (type: string) => `\`${type}\` is left out: its boundary stands nowhere.`,
  },
}
