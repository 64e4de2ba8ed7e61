import type { Section } from '../../core/section.ts'

/** A word of a master file, explained. */
export interface ZoneWord {
  /** A sentence or two. Backticks mark code. */
  readonly meaning: string
  readonly syntax: string
  readonly source: Section
}

const source = { rfc: 1035, section: '5.1' }

/** The lines that start with `$`, by their names. */
export const directives: ReadonlyMap<string, ZoneWord> = new Map([
  [
    '$ORIGIN',
    {
      meaning: 'What names without a final dot end in, from here on.',
      syntax: '$ORIGIN name.',
      source,
    },
  ],
  [
    '$TTL',
    {
      meaning: 'How many seconds answers may be kept, for every record below that gives no TTL.',
      syntax: '$TTL seconds',
      source: { rfc: 2308, section: '4' },
    },
  ],
  [
    '$INCLUDE',
    {
      meaning: 'Reads another file in. There are no other files here.',
      syntax: '$INCLUDE file',
      source,
    },
  ],
  [
    '$GENERATE',
    {
      meaning: 'Makes one record for each number of a range; BIND reads it, no RFC has it.',
      syntax: '$GENERATE 1-9 host-$ A 192.0.2.$',
      source,
    },
  ],
])

export const apexSign: ZoneWord = {
  meaning: 'The zone itself: the name that `$ORIGIN` gives.',
  syntax: '@',
  source,
}

export const internetClass: ZoneWord = {
  meaning: 'The class: the Internet. It is the only one in use and may be left out.',
  syntax: 'IN',
  source: { rfc: 1035, section: '3.2.4' },
}

export const ttlWord: ZoneWord = {
  meaning: 'How many seconds an answer with this record may be kept (its time to live).',
  syntax: 'seconds',
  source: { rfc: 1035, section: '3.2.1' },
}
