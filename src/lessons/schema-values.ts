import * as v from 'valibot'

/** Values that the parts of a lesson share, with the message that explains a wrong one. */

export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('Write something here.'))

export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write lowercase letters, digits and hyphens.'),
)

export const count = v.pipe(
  v.number(),
  v.integer('Write a whole number.'),
  v.minValue(1, 'Start at 1.'),
)
