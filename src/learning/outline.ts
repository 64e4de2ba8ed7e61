/** What a package knows of its lesson: enough to count, to name and to ask nothing of the site. */
export interface LessonOutline {
  readonly slug: string
  readonly title: string
  readonly steps: readonly StepOutline[]
}

export interface StepOutline {
  readonly id: string
  readonly title: string
  /** Ids of its goals. */
  readonly goals: readonly string[]
  readonly question?: QuestionOutline
}

export interface QuestionOutline {
  /** As the kinds of cards are called: `predict`, `order` … */
  readonly kind: string
  readonly ask: string
  /** Ids of what can be chosen or put in order, as they are shown; empty where rows come of what is done. */
  readonly choices: readonly string[]
}

/** What of a lesson as data makes its outline. */
export interface OutlinedLesson {
  readonly slug: string
  readonly title: string
  readonly steps: readonly {
    readonly id: string
    readonly title: string
    readonly goals: readonly { readonly id: string }[]
    readonly card?: {
      readonly kind: string
      readonly ask: string
      readonly choices?: readonly { readonly id: string }[]
      readonly items?: readonly { readonly id: string }[]
    }
  }[]
}

export const outlineOf = ({ slug, title, steps }: OutlinedLesson): LessonOutline => ({
  ...{ slug, title },
  steps: steps.map(({ id, title, goals, card }) => ({
    ...{ id, title, goals: goals.map((goal) => goal.id) },
    ...(card && {
      question: {
        ...{ kind: card.kind, ask: card.ask },
        choices: (card.choices ?? card.items ?? []).map((choice) => choice.id),
      },
    }),
  })),
})
