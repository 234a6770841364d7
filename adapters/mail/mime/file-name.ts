const MAX_LENGTH = 150
const EXTENSIONS: Record<string, string> = {
  "message/rfc822": "message.eml",
  "text/calendar": "invitation.ics",
  "text/plain": "piece-jointe.txt",
}

/** A name that is safe to show and to save: no path, no control or direction character, not too long. */
export function safeFileName(stated: string, type: string): string {
  const name = stated
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "") // Cf: direction marks that make « exe.pdf » of « fdp.exe »
    .replace(/^.*[/\\]/s, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "")
  return name === "" ? nameByType(type) : shortened(name)
}

function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= MAX_LENGTH) return name
  const extension = [...(/\.[^.\s]{1,10}$/.exec(name)?.[0] ?? "")]
  return [...characters.slice(0, MAX_LENGTH - extension.length), ...extension].join("")
}

function nameByType(type: string): string {
  const subtype = type.split("/")[1] ?? ""
  return (
    EXTENSIONS[type] ??
    (/^[a-z0-9]{2,5}$/.test(subtype) ? `piece-jointe.${subtype}` : "piece-jointe")
  )
}
