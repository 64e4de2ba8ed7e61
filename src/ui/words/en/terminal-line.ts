export const words = {
  line: 'Line for the terminal',
  typeHere: 'Type a line',
  enter: 'Enter',
  starts: 'Lines to start from',
  noScreen: 'The screen could not be loaded. The line below and the transcript still work.',
}
