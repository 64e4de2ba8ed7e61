/** Goals of different steps may have the same id. */
export const goalKey = (step: string, goal: string): string => `${step}/${goal}`
