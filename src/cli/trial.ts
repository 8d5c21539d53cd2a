/** What the embedded database is given at every start: the courses of `COURSES_DIR` and, with `people`, the trial's. */
export async function prepareTrial(_appUrl: string, _with: { people: boolean }): Promise<void> {}
