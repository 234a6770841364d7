/** Where a thing was posted: what makes an update possible, and a second post unnecessary. */
export type PostingStore = {
  posting(chat: string, place: string, key: string): Promise<string | null>
  savePosting(posting: Posting): Promise<void>
}

export type Posting = {
  chat: string
  place: string
  key: string
  ref: string
  ticketId: number | null
}
