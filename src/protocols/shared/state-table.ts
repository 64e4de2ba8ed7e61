/** For each verb and phase: the command is allowed, or why it is refused. */
export type StateTable<Phase extends string, Refusal extends string> = Readonly<
  Record<string, Readonly<Record<Phase, 'allowed' | Refusal>>>
>

/** Draws the table from the commands themselves: for help pages, diagrams and hints. */
export const stateTableOf = <
  Command extends { readonly verb: string },
  Phase extends string,
  Refusal extends string,
>(
  commands: readonly Command[],
  phases: readonly Phase[],
  permission: (command: Command, phase: Phase) => 'allowed' | Refusal,
): StateTable<Phase, Refusal> =>
  Object.fromEntries(
    commands.map((command) => [
      command.verb,
      Object.fromEntries(phases.map((phase) => [phase, permission(command, phase)])) as Record<
        Phase,
        'allowed' | Refusal
      >,
    ]),
  )

/** The verbs that are allowed in a phase, in the table's order. */
export const verbsAllowed = <Phase extends string>(
  table: StateTable<Phase, string>,
  phase: Phase,
): string[] => Object.keys(table).filter((verb) => table[verb]![phase] === 'allowed')
