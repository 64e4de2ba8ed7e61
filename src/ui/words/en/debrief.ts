export const words = {
  delivered: 'Delivered',
  done: 'Every step is done.',
  onceMore:
    'You had a line shown to you. Play it once more with other names and without that help, and the lesson counts.',
  again: 'Again, with other names',
}
