/** What the place after the last step is called among them. */
export const DEBRIEF = 'debrief'
