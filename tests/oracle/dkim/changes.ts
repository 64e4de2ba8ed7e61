import type { Dice } from '../dice.ts'

/** Something that happens to a message on its way, or that is done to it. */
export interface Change {
  readonly name: string
  /** The changed text; the same text where there is nothing to change. */
  apply(text: string, dice: Dice): string
}

/** What breaks no signature, what breaks some, and what breaks all. */
export const changes: readonly Change[] = [
  { name: 'body character', apply: onBody((body) => body.replace(/[a-z]/, 'Q')) },
  { name: 'body line more', apply: onBody((body) => `${body}One more line.\r\n`) },
  { name: 'body line less', apply: onBody((body) => body.replace(/^.*\r\n/, '')) },
  { name: 'empty lines at the end', apply: onBody((body) => `${body}\r\n\r\n`) },
  {
    name: 'white space inside the body',
    apply: onBody((body) => body.replace(/([ \t])(?=\S)/, '$1 ')),
  },
  { name: 'white space at a line end', apply: onBody((body) => body.replace(/\r\n/, ' \r\n')) },
  {
    name: 'white space at line ends gone',
    apply: onBody((body) => body.replace(/[ \t]+(?=\r\n)/g, '')),
  },
  { name: 'white space at a line start', apply: onBody((body) => ` ${body}`) },
  { name: 'field value', apply: onField((field) => field.replace(/[a-z](?=[^:]*$)/, 'Q')) },
  {
    name: 'field name in capitals',
    apply: onField((field) => field.replace(/^[^:]+/, (name) => name.toUpperCase())),
  },
  { name: 'field folded anew', apply: onField((field) => field.replace(/(\S) (?=\S)/, '$1\r\n ')) },
  { name: 'field unfolded', apply: onField((field) => field.replace(/\r\n(?=[ \t])/g, '')) },
  {
    name: 'white space in a field',
    apply: onField((field) => field.replace(/(\S) (?=\S)/, '$1 \t ')),
  },
  { name: 'white space at a field end', apply: onField((field) => `${field} `) },
  { name: 'white space after a colon', apply: onField((field) => field.replace(':', ': ')) },
  { name: 'field gone', apply: onField(() => '') },
  { name: 'field twice', apply: onField((field) => `${field}\r\n${field}`) },
  { name: 'From on top', apply: (text) => `From: eve@example.net\r\n${text}` },
  { name: 'Subject below', apply: (text) => text.replace('\r\n\r\n', '\r\nSubject: Win!\r\n\r\n') },
  { name: 'Received on top', apply: (text) => `Received: from a by b; today\r\n${text}` },
  { name: 'fields turned round', apply: turnRound },
  {
    name: 'character of b=',
    apply: (text) =>
      text.replace(
        /(\bb=\s*)(\w)/,
        (_, tag: string, character: string) => tag + (character === 'A' ? 'B' : 'A'),
      ),
  },
  {
    name: 'character of bh=',
    apply: (text) =>
      text.replace(
        /(\bbh=\s*)(\w)/,
        (_, tag: string, character: string) => tag + (character === 'A' ? 'B' : 'A'),
      ),
  },
  { name: 'other selector', apply: (text) => text.replace(/\bs=\s*\w+/, 's=none') },
  { name: 'other domain', apply: (text) => text.replace(/\bd=\s*[\w.]+/, 'd=example.net') },
  { name: 'version 2', apply: (text) => text.replace(/\bv=\s*1/, 'v=2') },
  { name: 'no version', apply: (text) => text.replace(/\bv=\s*1\s*;/, '') },
  { name: 'sha1', apply: (text) => text.replace(/\ba=\s*[\w-]+/, 'a=rsa-sha1') },
  { name: 'unknown canonicalization', apply: (text) => text.replace(/\bc=\s*\w+/, 'c=nofws') },
  {
    name: 'canonicalization swapped',
    apply: (text) => text.replace(/\bc=\s*(\w+)\/(\w+)/, 'c=$2/$1'),
  },
  { name: 'name left out of h=', apply: (text) => text.replace(/(\bh=\s*)[^:;]*:/, '$1') },
  { name: 'no h=', apply: (text) => text.replace(/\bh=[^;]*;/, '') },
  { name: 'no bh=', apply: (text) => text.replace(/\bbh=[^;]*;/, '') },
  { name: 'no signature', apply: (text) => text.replace(/\bb=[^;]*?\r\n(?=\S)/, 'b=\r\n') },
  { name: 'tag twice', apply: (text) => text.replace(/\bd=\s*([\w.]+)/, 'd=$1; d=$1') },
  { name: 'unknown tag', apply: (text) => text.replace(/\bd=/, 'zz=top; d=') },
  { name: 'end in the past', apply: (text) => text.replace(/\bd=/, 'x=1000000000; d=') },
  {
    name: 'identity outside',
    apply: (text) =>
      text.replace(/\bd=/, 'i=@example.net; d=').replace(/(i=@example.net; .*?)\bi=[^;]*;/s, '$1'),
  },
  { name: 'length beyond the body', apply: (text) => text.replace(/\bd=/, 'l=999999; d=') },
  { name: 'length no number', apply: (text) => text.replace(/\bd=/, 'l=many; d=') },
  {
    name: 'DKIM field renamed',
    apply: (text) => text.replace(/^DKIM-Signature/im, 'dkim-SIGNATURE'),
  },
  {
    name: 'field unfolded of the signature',
    apply: (text) =>
      text.replace(/^DKIM-Signature(.|\r\n[ \t])*/im, (field) =>
        field.replace(/\r\n(?=[ \t])/g, ''),
      ),
  },
]

function onBody(edit: (body: string) => string): Change['apply'] {
  return (text) => {
    const start = text.indexOf('\r\n\r\n')
    return start < 0 ? text : text.slice(0, start + 4) + edit(text.slice(start + 4))
  }
}

/** Edits one field, any but the signature, without its line end. */
function onField(edit: (field: string) => string): Change['apply'] {
  return (text, dice) => {
    const fields = fieldsOf(text)
    const others = fields.filter((field) => !/^dkim-signature/i.test(field))
    const chosen = dice.pick(others)
    const changed = edit(chosen.slice(0, -2))
    const at = fields.indexOf(chosen)
    const before = fields.slice(0, at).join('')
    return before + (changed && `${changed}\r\n`) + text.slice(before.length + chosen.length)
  }
}

function turnRound(text: string): string {
  const fields = fieldsOf(text)
  return fields.toReversed().join('') + text.slice(fields.join('').length)
}

/** The header's fields with their line ends. */
const fieldsOf = (text: string): string[] => {
  const end = text.indexOf('\r\n\r\n')
  const header = end < 0 ? text : text.slice(0, end + 2)
  return header.match(/[^\r\n][^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*/g) ?? []
}
