export const words = {
  terminals: 'Terminals',
  chooseHost: 'Another terminal on …',
  more: 'Another terminal, on a host',
  full: 'No more terminals fit: close one first',
  keys: 'Shift and an arrow, ← or →, go to the terminal beside',
  new: ', new output',
  newIn: (terminal: number, place: string) => `New output in terminal ${terminal}, ${place}.`,
  close: (terminal: number, place: string) => `Close terminal ${terminal}, ${place}`,
  terminal: (terminal: number, place: string) => `Terminal ${terminal}, ${place}`,
}
