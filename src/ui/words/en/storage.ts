/** Why work is not stored in the browser, in one sentence. */
export const words = {
  errors: {
    blocked: 'This browser keeps nothing for this page: your work lasts until you leave it.',
    full: 'The browser’s storage is full: what you do from now on lasts until you leave the page.',
    broken: 'What was stored here could not be read, so the lesson starts anew; a backup was kept.',
    newer: 'Your work was stored by a later version of HELO World; it is left as it is.',
  },
}
