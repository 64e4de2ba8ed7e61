/** The page Live where there is no bridge. What stands in `[…](1)` is marked: the page says how. */
export const words = {
  title: 'Live',
  description:
    'Swaks, curl, mutt or Thunderbird talk to the simulated servers, and this page shows each line, each verdict and each arrival as it happens.',
  lead: 'Your own mail programs talk to the simulated servers. Here you see each line as it went over the wire, what was asked of the DNS, the verdict on each message, and where it landed.',
  whatItTakes: 'What it takes',
  bridge:
    'A page alone can open no ports. A [bridge](1) on your machine can: it puts the DNS, SMTP, submission, LMTP, IMAP and POP3 servers of the sandbox on ports of `localhost`, with real TLS.',
  swaks: '`swaks` sends messages, with and without a login;',
  dig: '`dig` asks the DNS of the simulated zones;',
  readers: '`curl`, mutt, mbsync or Thunderbird read the mail.',
  stays:
    'Nothing of it leaves your machine. Without a bridge the same servers are in the [sandbox](1), for you to talk to by hand.',
  noScript: 'Where a bridge is open, a script draws what happens: it is turned off.',
  start: 'Start a bridge',
  first: 'In a copy of this project, with Node 20.19 or newer, these two lines open it:',
  second: 'Open the address that the second one prints, and choose [Live](1).',
  third: 'Let a program talk to it. The page there has lines to copy, with its ports; such as',
  /** Stands where a number of one will. */
  port: 'port',
  then: 'What you see then',
  example: 'an example',
  connects: 'desk.example.org connects to mx.example.net, port 25.',
  copy: 'Copy',
  copied: 'Copied',
  notAllowed: 'Not allowed',
}
