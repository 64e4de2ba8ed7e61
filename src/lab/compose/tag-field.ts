import type { TagFormat } from '../../auth/tag-format.ts'
import type { Field, FieldOption } from './composer.ts'

/** What a field says that its tag does not. */
type Of = Pick<Field, 'label' | 'kind'> & Partial<Field>

/**
 * A field of a tag: its meaning, its values and its section are those that the format has.
 * @param field What differs; its `name` is the tag's by default.
 */
export function tagField(format: TagFormat, tag: string, field: Of): Field {
  const { meaning, source, values } = format.tags[tag]!
  return {
    name: tag,
    why: meaning,
    source,
    initial: '',
    ...(field.kind === 'choice' && { options: (values ?? []).map(optionOf) }),
    ...field,
  }
}

const optionOf = ({ value, meaning }: { value: string; meaning: string }): FieldOption => ({
  ...{ value, label: value, meaning },
})

/** The values of a tag to choose from, behind the choice not to write it. */
export function optionalValues(
  format: TagFormat,
  tag: string,
  leave: Omit<FieldOption, 'value'>,
  without: readonly string[] = [],
): FieldOption[] {
  const values = (format.tags[tag]!.values ?? []).filter(({ value }) => !without.includes(value))
  return [{ value: '', ...leave }, ...values.map(optionOf)]
}
