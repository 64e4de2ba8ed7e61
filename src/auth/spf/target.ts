import type { Effect } from '../../core/effects.ts'
import { expandMacros } from './expand.ts'
import type { MacroString } from './macro.ts'
import type { Scene } from './scene.ts'
import { targetName } from './target-name.ts'

/** The `<target-name>` of a term: its domain-spec expanded, or the record's domain (§4.8). */
export function* targetOf(domain: MacroString | undefined, scene: Scene): Effect<string> {
  return targetName(domain ? yield* expandMacros(domain, scene) : scene.domain)
}
