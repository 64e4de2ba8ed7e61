import type { Word } from './word.ts'

/** Lines that tell how to read the file, and the signs that stand for something. */
export const directives: Readonly<Record<string, Word>> = {
  $TTL: {
    meaning: 'How many seconds answers may be kept, for every record below that does not say so.',
    syntax: '$TTL seconds',
    source: { rfc: 2308, section: '4' },
  },
  $ORIGIN: {
    meaning: 'What names without a final dot end in, from here on.',
    syntax: '$ORIGIN name.',
    source: { rfc: 1035, section: '5.1' },
  },
  $INCLUDE: {
    meaning: 'Reads another file in. There are no other files here.',
    syntax: '$INCLUDE file',
    source: { rfc: 1035, section: '5.1' },
  },
}

export const apexSign: Word = {
  meaning: 'The zone itself: the name that `$ORIGIN` gives.',
  syntax: '@',
  source: { rfc: 1035, section: '5.1' },
}

export const internetClass: Word = {
  meaning: 'The class: the Internet. It is the only one in use and may be left out.',
  syntax: 'IN',
  source: { rfc: 1035, section: '3.2.4' },
}

export const ttlWord: Word = {
  meaning: 'How many seconds an answer with this record may be kept (its time to live).',
  syntax: 'seconds',
  source: { rfc: 1035, section: '3.2.1' },
}
