/** A statement of the Experience API 1.0.3, as a store of learning records takes it. */
export interface XapiStatement {
  readonly actor: {
    readonly objectType: 'Agent'
    readonly name: string
    readonly account: { readonly homePage: string; readonly name: string }
  }
  readonly verb: XapiVerb
  readonly object: XapiActivity
  readonly result?: XapiResult
  readonly context?: {
    readonly contextActivities: { readonly parent: readonly Pick<XapiActivity, 'id'>[] }
  }
  /** An ISO date. */
  readonly timestamp: string
}

export interface XapiVerb {
  readonly id: string
  readonly display: { readonly en: string }
}

export interface XapiActivity {
  readonly objectType: 'Activity'
  readonly id: string
  readonly definition: { readonly type: string; readonly name: Readonly<Record<string, string>> }
}

export interface XapiResult {
  readonly completion?: boolean
  readonly success?: boolean
  readonly score?: {
    readonly raw: number
    readonly min: 0
    readonly max: number
    /** From 0 to 1. */
    readonly scaled: number
  }
  /** An ISO duration: `PT90S`. */
  readonly duration?: string
}

const VERBS = 'http://adlnet.gov/expapi/verbs/'
const ACTIVITIES = 'http://adlnet.gov/expapi/activities/'

/** Verbs of ADL that statements of ours use. */
export type VerbName =
  'completed' | 'attempted' | 'answered' | 'initialized' | 'passed' | 'failed' | 'terminated'

export const verb = (name: VerbName): XapiVerb => ({
  ...{ id: VERBS + name, display: { en: name } },
})

/** @param name What it is called, in a language. */
export const activity = (
  id: string,
  type: 'lesson' | 'objective' | 'question',
  name: string,
  language = 'en',
): XapiActivity => ({
  ...{ objectType: 'Activity', id },
  definition: { type: ACTIVITIES + type, name: { [language]: name } },
})
