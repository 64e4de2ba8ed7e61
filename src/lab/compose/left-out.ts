import { composeLimits, type Composer, type Said, type Values } from './composer.ts'

const counted = (count: number): string => count.toLocaleString('en')

/** What of the values is beyond a limit, with its number: it is not in the record. */
export const leftOut = ({ fields }: Pick<Composer, 'fields'>, values: Values): Said[] =>
  fields.flatMap(({ name, label, kind }) => {
    const value = values[name] ?? ''
    if (value.length > composeLimits.value)
      return [
        {
          text: `“${label}” has ${counted(value.length)} characters; the first ${counted(composeLimits.value)} are read.`,
        },
      ]
    const entries = kind === 'list' ? (value.match(/[^\s,;]+/g)?.length ?? 0) : 0
    return entries > composeLimits.entries
      ? [
          {
            text: `“${label}” has ${counted(entries)} entries; the first ${composeLimits.entries} are read.`,
          },
        ]
      : []
  })
