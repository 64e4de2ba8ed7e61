import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { LessonError } from '../../src/build/lessons/files/lesson-error.ts'
import { shownPath } from '../../src/build/lessons/files/shown-path.ts'
import { deviceAct } from '../../src/world/spec/devices.ts'
import { readYaml } from '../../src/build/lessons/files/yaml.ts'

const lines = v.optional(v.array(v.string()), [])

/** Something that is done, and all that comes of it until the world is quiet. */
const step = v.pipe(
  v.strictObject({
    /** Sends the mail of this id, so many times. */
    send: v.exactOptional(v.string()),
    times: v.exactOptional(v.number()),
    /** Lets time go by: `6 min`, `2 h`, `1 d`. */
    advance: v.exactOptional(
      v.pipe(v.string(), v.regex(/^\d+ (?:s|min|h|d)$/, 'Write a time such as `6 min`.')),
    ),
    /** Edits a zone as a person does. */
    edit: v.exactOptional(
      v.strictObject({ zone: v.string(), replace: v.string(), by: v.string() }),
    ),
    /** Somebody uses a device, by its id. */
    device: v.exactOptional(v.string()),
    act: v.exactOptional(deviceAct),
    /** The reader of this mailbox leaves by one click what its newest message comes from. */
    unsubscribe: v.exactOptional(v.string()),
    /** Somebody posts one click to this address. */
    post: v.exactOptional(v.string()),
    /** For who reads it. */
    note: v.exactOptional(v.string()),
    /** Every delivery, as `bob@example.net inbox: Subject` or `2 × …`, sorted. */
    arrives: lines,
    /** Every address that a bounce goes to, as `alice@example.org 5.1.1`, sorted. */
    bounces: lines,
    /** Starts of header fields, unfolded: each is in a message that arrives. */
    header: lines,
    /** Messages that wait at their hosts afterwards. */
    waits: v.optional(v.number(), 0),
    /** Pieces of sentences of events: each must be there. */
    why: lines,
  }),
  v.check(
    (one) =>
      [one.send, one.advance, one.edit, one.device, one.unsubscribe, one.post].filter(
        (act) => act !== undefined,
      ).length === 1,
    'Say one thing that is done: `send`, `advance`, `edit`, `device`, `unsubscribe` or `post`.',
  ),
)

const storySchema = v.strictObject({
  title: v.string(),
  steps: v.pipe(v.array(step), v.minLength(1, 'A story has a step.')),
})

export type Story = v.InferOutput<typeof storySchema>
export type StoryStep = Story['steps'][number]

/**
 * Reads `story.yaml` of a world: one story or more, each in a world that is fresh.
 * @throws LessonError that names the file, line and column at fault.
 */
export async function readStories(folder: string): Promise<Story[]> {
  const path = join(folder, 'story.yaml')
  const file = shownPath(path)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new LessonError([{ file, message: 'A world has a story.' }])
  const yaml = readYaml(text, file)
  const read = v.safeParse(v.array(storySchema), yaml.data)
  if (read.success) return read.output
  throw new LessonError(
    read.issues.map((issue) => {
      const at = (issue.path ?? []).map(({ key }) => key as string | number)
      return { file, ...yaml.placeOf(at), key: at.join('.'), message: issue.message }
    }),
  )
}
