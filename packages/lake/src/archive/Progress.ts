/** Hears how far a long piece of work has come: what is being done, how much of it, and of how much if that is known. */
export type OnProgress = (step: string, done: number, total?: number) => void
