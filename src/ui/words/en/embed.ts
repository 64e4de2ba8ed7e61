/** The widgets that stand in other people's pages. Backticks mark code. */
export const words = {
  title: 'A widget for your page',
  description:
    'Zones that are judged while one types, mail sessions to type and to play, messages explained: widgets of HELO World for any page.',
  noScript: 'This part needs a script, which is turned off.',
  noKind:
    'This page is there to stand in a frame of another one. Give it a kind, such as `?kind=zone`.',
  loading: 'Loading …',
  site: 'HELO World',
  reset: 'Start over',
  playground: 'Open in the playground',
  newTab: ' (new tab)',
  again: 'Try again',

  unknownKind: (kind: string, kinds: string) =>
    `There is no widget \`${kind}\`. There are: ${kinds}.`,
  unknownOption: (name: string, names: string) =>
    `This widget knows no attribute \`${name}\`, and goes on without. It knows: ${names}.`,
  wrongOption: (name: string, value: string, wants: string) =>
    `The attribute \`${name}\` is \`${value}\`, and should be ${wants}. The widget goes on without.`,
  wants: {
    flag: 'there or not, without a value',
    name: 'a name of lowercase letters, digits and hyphens',
    oneOf: (choices: string) => `one of: ${choices}`,
    count: 'a number',
    goals: '`clean` or `pass 203.0.113.5`, several of them parted by commas',
    sender: 'an address and a sender, such as `203.0.113.5 ann@example.org`, up to eight of them',
  },
  tooLong: (limit: number) =>
    `The text of this element has more than ${limit.toLocaleString('en')} characters, and is left out.`,
  otherState: 'This state belongs to another widget, so this one begins anew.',
  notOpen: 'No widget is open yet.',
  notFetched: 'A part of this widget could not be fetched.',
  wrongMessage:
    'The page around sent a message of another version, or a damaged one. Nothing was done.',

  snippet: 'Snippet',
  parts: 'Parts of the snippet',
  field: (name: string) => `${name}: a zone or a record, judged while you type`,
  findings: (count: number) => (count === 1 ? 'finding' : 'findings'),
  judging: 'Reading …',
  notJudged: 'This could not be judged: a part of the widget did not come. Your text is as it was.',
  noFindings: 'No problems.',
  more: (count: number) => `And ${count} more lines with findings.`,
  goals: 'Goals',
  isMet: ': done',
  isOpen: ': not yet',
  clean: 'Nothing is left to fix',
  sends: (ip: string, result: string) => `SPF says ${result} for ${ip}`,
  predictFirst: 'What do you expect of each sender below? Then you see what stands here.',
  expect: (sender: string) => `What SPF says of ${sender}`,
  asExpected: 'As you expected.',
  notExpected: (result: string) => `You expected ${result}.`,
  senders: 'May they send?',
  by: (term: string) => `by \`${term}\``,
  found: (count: number) =>
    count === 0 ? 'No problems.' : count === 1 ? '1 finding.' : `${count} findings.`,
}
