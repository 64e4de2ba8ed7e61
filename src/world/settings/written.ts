import type { Setting } from './setting.ts'
import type { Entry } from './tree.ts'

/** A setting as it is written, with its value where that could be read. */
export interface WrittenSetting {
  readonly entry: Entry
  readonly setting: Setting
  readonly data: unknown
}
