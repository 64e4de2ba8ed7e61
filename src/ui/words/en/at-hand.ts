/** Below the terminal of a large screen: what may be said now. */
export const words = {
  title: 'At hand',
  now: 'what you may say now',
  notConnected: 'you are not connected',
  commands: 'What you may say now',
  tryFirst: 'Say a line first: then what the server takes stands here.',
  readsNone: 'The server reads no command now.',
  beforehand:
    '`nc` calls a server, `dig` asks the DNS, and `help` lists all commands. Once you are connected, what you may say stands here.',
}
