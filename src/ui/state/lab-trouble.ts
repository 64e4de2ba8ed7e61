/** What a lab that was lost, or that could not be opened, means to the learner. */
export const labTroubleText = {
  replayed: 'The lab broke down and was started again. Your work is all here.',
  changed:
    'The lesson has changed, so what you typed could not be done again. Your zones are as you left them; “Export my work” takes your session along too.',
  failed:
    'The lab could not be opened. Reload the page; if it fails again, reset the lesson below its goals. Your work is kept.',
} as const

export type LabTrouble = keyof typeof labTroubleText
