/** Widgets in which a session is typed. Backticks mark code. */
export const words = {
  wants: { goals: '`delivered` or `reply 550`, several of them parted by commas' },
  noWorld: (name: string) =>
    `There is no world \`${name}\`. Without the attribute \`scenario\` it is \`first-steps\`.`,
  notFetched: 'The world of this session could not be fetched.',
  failed: 'The session has broken down. Start over to try again.',
  begins: 'What is typed first',
  connect: 'Connect and type',
  start: 'Start the terminal',
  keys: (host: string) => `You type on ${host}. Escape, then Tab, leaves the terminal.`,
  leave: 'Tab leaves the terminal now.',
  delivered: 'A message is delivered',
  reply: (code: number) => `A server replies ${code}`,
}
