export type LessonStore = {
  /** Which lessons the bot was started with, as a fingerprint: the first ones ever, others than before, or told already. */
  claimLessons(lessons: string): Promise<"first" | "new" | "known">
}
