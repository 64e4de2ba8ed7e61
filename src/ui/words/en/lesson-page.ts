/** The pages of lessons, and of the sandbox. */
export const words = {
  home: 'Home',
  skip: 'Skip to the lesson',
  noScript:
    'The text reads without JavaScript. The terminal and the zones need it: they run in this page.',
  debrief: 'Debrief',
  notes: 'For presenters',
  sandbox: {
    title: 'Sandbox',
    description:
      'A small Internet without a task: a terminal, zones to edit, senders to judge and mailboxes to fill.',
    skip: 'Skip to the sandbox',
    noScript: 'The sandbox runs in this page, and needs JavaScript to do so.',
  },
}
