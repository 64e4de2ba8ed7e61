import { changes as dkimChanges, type Change } from '../dkim/changes.ts'

const ofBody =
  /^(?:body|empty lines|white space (?:inside the body|at line ends gone)|From on top|Received)/

/** What happens to a sealed message on its way. */
export const changes: readonly Change[] = [
  { name: 'as sealed', apply: (text) => text },
  ...dkimChanges.filter(({ name }) => ofBody.test(name)),
  { name: 'seal gone', apply: (text) => text.replace(/^ARC-Seal:(?:.|\r\n[ \t])*\r\n/im, '') },
  {
    name: 'results changed',
    apply: (text) => text.replace(/(ARC-Authentication-Results:[^=]*=\d+;[^=]*)=\w+/i, '$1=fail'),
  },
  { name: 'status changed', apply: (text) => text.replace(/\bcv=\w+/, 'cv=fail') },
  { name: 'instance changed', apply: (text) => text.replace(/\bi=1\b/g, 'i=7') },
  {
    name: 'character of the seal',
    apply: (text) =>
      text.replace(
        /(ARC-Seal:[^]*?\bb=\s*)(\w)/i,
        (_, before: string, character: string) => before + (character === 'A' ? 'B' : 'A'),
      ),
  },
]
