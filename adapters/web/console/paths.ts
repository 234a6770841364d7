const HERE = "http://console.invalid"
const POSTED_TO = [
  "/actions",
  "/commandes",
  "/formulaires",
  "/qui-etes-vous",
  "/connexion",
  "/deconnexion",
]

/** The path of one of our own pages, whatever was asked for: nobody is sent to another site. */
export function safePath(asked: string): string {
  if (!asked.startsWith("/")) return "/"
  const url = URL.parse(asked, HERE)
  if (url?.origin !== HERE || POSTED_TO.includes(url.pathname)) return "/"
  return url.pathname + url.search
}
