import type { Stage } from './stage.ts'

/** One program going through one kind of session. */
export interface ClientCase {
  readonly client: string
  /** What it does, in a few words. */
  readonly what: string
  /** Programs that must be there. */
  readonly programs?: readonly string[]
  /** npm packages that must be there. */
  readonly modules?: readonly string[]
  /** @throws Where anything is otherwise than it must be. */
  run(stage: Stage): Promise<void>
}
