// The forms that people have open, for what Discord does not send back: choices too long to be sent, and what was typed
// when it was refused (a modal is closed once it is sent). After a restart, a form works without; only these two do not.
import type { Form } from "../../src/card.ts"

const MOST = 200

export type KeptForms = ReturnType<typeof openKeptForms>

export function openKeptForms() {
  const forms = new Map<string, Form>()
  return {
    keep(key: string, form: Form): void {
      forms.delete(key)
      forms.set(key, form)
      const [oldest] = forms.keys()
      if (forms.size > MOST && oldest !== undefined) forms.delete(oldest)
    },
    find: (key: string): Form | null => forms.get(key) ?? null,
  }
}

/** The form, holding what was typed. */
export function filled(form: Form, values: Record<string, string>): Form {
  return {
    ...form,
    inputs: form.inputs.map((input) => ({ ...input, value: values[input.name] ?? input.value })),
  }
}
