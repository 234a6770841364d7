import { html } from "hono/html"
import { llmWords } from "../../../../src/llm/french.ts"
import { french } from "../../../../src/tickets/french.ts"
import { answerWords } from "../../../../src/tickets/french-answer.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { render } from "../layout.ts"

const { buttons: says } = french

const BUTTONS: [label: string, text: string][] = [
  [
    says.take,
    "La demande est à votre nom ; vos collègues le voient aussitôt. Si deux personnes cliquent ensemble, une seule l’obtient et l’autre est prévenue.",
  ],
  [
    says.reply,
    "Ouvre un formulaire, puis un aperçu : expéditeur, destinataires, objet, texte. Rien ne part avant « Envoyer », et vous avez encore 30 secondes pour annuler.",
  ],
  [
    "Répondre (fiche 1)",
    "Le même formulaire, avec le texte d’une des fiches possibles. Rien n’est envoyé sans vous.",
  ],
  [
    answerWords.stop,
    "Dans une catégorie ouverte aux réponses automatiques : retient celle qui part dans dix minutes au plus. Elle compte comme un échec du bot.",
  ],
  [says.note, "Pour l’équipe seulement. Une note ne part jamais."],
  [
    says.close,
    "La demande est finie, avec ou sans message de clôture. Si l’agent écrit de nouveau, elle se rouvre ; un simple merci ne la rouvre pas.",
  ],
  [says.reopen, "La demande revient dans « À traiter »."],
  [says.release, "La demande n’est plus à votre nom : elle est de nouveau à prendre."],
  [says.transfer, "La demande passe au nom d’un collègue."],
  [
    french.passing.button,
    "La réponse appartient à un autre service : vous lui transmettez le message, et le bot attend sa réponse avec vous.",
  ],
  [
    french.categories.button,
    "Quand le tri proposé est faux. Votre correction apprend au bot à mieux trier les demandes semblables.",
  ],
  [
    french.incident.button,
    "Plusieurs personnes ont le même ennui : leurs demandes sont rassemblées, et vous leur répondez ensemble, à chacune par un message à son nom.",
  ],
  [
    llmWords.summarise,
    "Si un modèle de langue est branché et que l’échange est long : ce que disent les messages, chaque point avec les mots sur lesquels il s’appuie. Vérifiez-le.",
  ],
  [says.snooze, "La demande revient au jour que vous choisissez, ou plus tôt si l’agent écrit."],
  [
    says.merge,
    "Rassemble deux demandes de la même affaire : les messages passent dans l’autre, celle-ci est close.",
  ],
  [
    says.unmerge,
    "Rend à une demande réunie par erreur les messages qu’elle avait. Ceux qui sont arrivés depuis restent où ils sont : vous en êtes averti.",
  ],
  [says.requester, "Quand l’agent a écrit pour quelqu’un d’autre, ou depuis une mauvaise adresse."],
  [
    "Proposer une fiche",
    "Une bonne réponse peut servir à d’autres. Le bot en fait une fiche sans les noms ni les adresses ; vous la relisez, et un second clic l’enregistre, à valider.",
  ],
  ["C’est une demande", "Ouvre une demande à partir d’un message mis de côté."],
  ["Réessayer", "Fait relire un message mis de côté, ou relance un travail qui n’a pas abouti."],
]

/** What each button does, and what the law wants said. */
export function helpRoutes(app: ConsoleApp, desk: Desk): void {
  app.get("/aide", (c) => render(c, desk, { title: "Aide", main: HELP }))
}

const HELP = html`<div class="tm-narrow">
  <h1 class="fr-h3">Aide</h1>
  <h2 class="fr-h5">Une demande, de bout en bout</h2>
  <ol>
    <li>Un agent écrit à la boîte d’assistance. Sa demande s’affiche dans « À traiter ».</li>
    <li>Vous la prenez, vous répondez : l’aperçu montre exactement ce que l’agent lira.</li>
    <li>Après l’envoi, elle attend l’agent. S’il répond, elle revient dans « À traiter » avec tout le fil.</li>
    <li>Quand c’est réglé, un clic sur « ${says.close} » la termine.</li>
  </ol>
  <p>Vous pouvez continuer à ouvrir la boîte dans votre messagerie : une réponse envoyée de là est rattachée à sa demande.</p>
  <h2 class="fr-h5">Les boutons</h2>
  <dl class="tm-list tm-help">${BUTTONS.map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>
  <h2 class="fr-h5">Au clavier</h2>
  <p>Tout se fait au clavier : tabulation pour avancer, Entrée pour activer. Le premier lien de chaque page mène au contenu.
  Les pages se mettent à jour seules, sans toucher à ce que vous écrivez ; sans JavaScript, rechargez-les.</p>
  <h2 class="fr-h5" id="donnees">Données personnelles</h2>
  <p>La console montre des messages d’agents : n’en copiez que le nécessaire. Les mots de passe et les liens d’activation sont masqués ;
  télécharger la source d’un message les montre, et c’est noté dans l’historique. Des témoins de connexion (cookies) servent à savoir
  qui vous êtes et à vous dire le résultat de vos actions ; il n’y en a pas d’autre.</p>
  <h2 class="fr-h5" id="accessibilite">Accessibilité</h2>
  <p>Cette console est développée selon le référentiel général d’amélioration de l’accessibilité (RGAA 4.1). Aucun audit n’a encore été
  réalisé : elle est donc déclarée non conforme, bien que chaque page passe des contrôles automatiques sans erreur. Si quelque chose vous
  empêche de travailler, dites-le à l’administrateur. Sans réponse, vous pouvez écrire au Défenseur des droits.</p>
</div>`
