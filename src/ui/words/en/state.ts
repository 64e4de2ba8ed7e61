/** Of a lesson's work, as it goes on. */
export const words = {
  trouble: {
    replayed: 'The lab broke down and was started again. Your work is all here.',
    changed:
      'The lesson has changed, so what you typed could not be done again. Your zones are as you left them; “Export my work” takes your session along too.',
    failed:
      'The lab could not be opened. Reload the page; if it fails again, reset the lesson below its goals. Your work is kept.',
  },
  otherNames: 'The lesson begins again, with other names.',
  reset: 'The lesson is reset.',
  imported: 'The file’s work is here.',
  undone: 'Your work is back.',
  otherTab: 'The other tab’s work is here.',
  thisTab: 'This tab’s work stays.',
  done: 'Every step is done. The lesson is done.',
  met: (goal: string) => `Met: ${goal}`,
  lost: (goal: string) => `No longer met: ${goal}`,
  steps: (done: number, all: number) => `${done} of ${all} steps done.`,
}
