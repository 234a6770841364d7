/** Of each list of tickets in a chat: two lists and their buttons fit on every platform. */
export const MAX_LISTED = 10
