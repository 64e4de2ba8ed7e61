/** What there is in the sandbox. */
export const words = {
  title: 'The sandbox',
  lead: 'A small Internet of your own, without a task. Change a zone, send a message, or speak to a server by hand, and see what comes of it.',
  whatThereIs: 'What there is',
}
