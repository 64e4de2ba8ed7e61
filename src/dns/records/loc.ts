import { defineKeptType } from '../fields/kept.ts'
import { location } from '../fields/location.ts'

/** Where on Earth something is. */
export const loc = defineKeptType({
  type: 'LOC',
  number: 29,
  source: { rfc: 1876, section: '3' },
  syntax:
    'LOC <degrees> [<minutes> [<seconds>]] N|S <degrees> … E|W <altitude>m [<size>m [<precision>m …]]',
  meaning: 'Where on Earth something is.',
  columns: [location],
})
