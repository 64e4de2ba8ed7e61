export const words = {
  on: (host: string) => `on ${host}`,
  leaving: 'Terminal. Escape, then Tab leaves it.',
  notConnected: 'Not connected',
  transcript: 'Transcript of the terminal',
  who: { you: 'You', server: 'Server', program: 'Program' },
}
