/** What went over a connection. */
export const words = {
  wire: 'What went over the wire',
  ends: { crlf: '', lf: ', ends with a bare line feed', none: ', without a line end' },
  sealed: (octets: number) => `${octets} octets under TLS`,
  states: (protocol: string) => `The states of a session of ${protocol}`,
  map: (states: readonly string[], now: string) =>
    `${states.join(', then ')}. The session is: ${now}.`,
  allowed: 'allowed now:',
  connects: (from: string, to: string, port: number) => `${from} connects to ${to}, port ${port}.`,
  secured: (version: string, cipher: string) =>
    `TLS is up (${version}, ${cipher}): from here on no one between the two can read.`,
  closed: 'The connection is closed.',
  password: 'the password itself',
  counted: 'here the announced octets end',
  dot: 'a dot alone: the end',
  bareDot: 'a dot alone, but without CR before its LF: not the end',
  stuffed: (text: string) => `its first dot goes, which leaves ${text}`,
  onceAsked: (octets: number) => `${octets} octets are to follow, once the server sends +`,
  fromClient: (octets: number) =>
    `${octets} octets follow from the client, by length and not as lines`,
  byLength: (octets: number) => `${octets} octets follow, by length and not as lines`,
  callsOff: 'calls the login off',
}
