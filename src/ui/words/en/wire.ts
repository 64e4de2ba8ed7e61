export const words = {
  title: 'The wire',
  which: 'Which connection',
  between: 'As seen from between',
  none: 'Nothing went over a wire yet. Connect to a server, with `nc` in the terminal or by sending a message: each line appears here as it went, with its line end, and what is packed in base64 stands unpacked beside it.',
}
