import { stem, wordsOf } from "../triage/features.ts"

// Words of every conversation: that no card holds them says nothing about what is asked.
const WORDS = `
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi
  samedi dimanche jour jours journée semaine mois an année ans heure heures minute hier demain aujourd’hui matin midi soir
  après avant pendant depuis dès bientôt tard tôt maintenant déjà encore toujours jamais souvent parfois longtemps prochain
  prochaine dernier dernière premier première deuxième troisième 1er 1ère début fin
  un deux trois quatre cinq six sept huit neuf dix vingt cent beaucoup trop peu assez très bien mal mieux moins tout tous
  toute toutes rien quelque quelqu chaque plusieurs autre autres même seul seule seulement aussi alors donc mais car sinon
  ni soit lequel laquelle lesquels lesquelles dont sans sous vers chez entre contre selon ici là cela ceci celui celle ceux
  aller vais va vont allé venir viens vient viennent venu arriver savoir sais sait savez su vouloir veux veut voulez
  voudrais aimerais souhaite pouvoir pourrais pourriez pouvez devoir dois doit devez devrais falloir dire dit dites donner
  donne donnez prendre prends prend pris mettre mets met mis voir vois voit vu trouver trouve chercher cherche demander
  demande demandé essayer essaye essaie essayé servir sert servent apparaître apparaît apparaissent sembler semble passer
  passe laisser laisse rester reste commencer commence finir continuer continue comprendre comprends apprendre penser pense
  croire crois permettre permet permis conseiller conseillé conseillez expliquer expliquez intéresser intéresse concerner
  concerne attendre attends aider aidez merci salut madame monsieur chose choses cas fois façon manière moyen raison
  problème problèmes souci soucis question questions besoin possible impossible normal normale obligatoire nécessaire
  vrai exact facile rapide urgent important minimum maximum infini entier entière travers apres tjs pr cmt ke kel jai jé
  pb bcp slt bjr dsl when where who why which have has had got get and or not no yes me we you it this that please
  actuellement récemment rapidement correctement simplement directement malheureusement normalement apparemment vraiment
  peut-être environ presque surtout ailleurs partout nulle part dessus dessous loin près côté suite cours long longue court
  grand grande petit petite bon bonne bons bonnes mauvais mauvaise beau nouveau nouvelle ancien ancienne vieux différent
  propre certain certaine certains tel telle chacun personne gens quelqu’un monde nombre fort faible haut bas plein vide
  commun général particulier spécial simple complexe difficile utile inutile bizarre curieux drôle étonnant
  afficher affiche apparaître arrêter arrête augmenter avancer baisser bouger bugger bug bugue cesser changer changé
  charger choisir choisi cliquer clique clic comporter compter connaître connais connaît consulter contenir convenir
  copier coller corriger couper créer débuter découvrir décrire dépasser déplacer descendre devenir devient durer dure
  échouer écrire écris écrit écrivez effectuer effectué empêcher empêche enlever entendre entrer entre envoyer envoie
  envoyé espérer éviter exister existe existent figurer finaliser fonctionner fonctionne fournir garder garde gérer
  gagner ignorer imaginer indiquer indique indiqué informer insister installer lancer lance lire lis lit manquer manque
  marcher marche modifier modifie montrer monter noter obtenir obtient occuper ouvrir ouvre parler parle partir pars part
  payer perdre perds planter plante porter pouvoir préciser préférer préparer présenter prévenir prévu prévoir procéder
  proposer propose proposé protéger quitter rappeler rappelle rater réagir réaliser réalisé recevoir reconnaître récupérer
  refuser regarder régler rejoindre remettre remplacer remplir rencontrer rendre renvoyer renvoie repartir répéter
  répondre répond réparer respecter ressembler retirer retourner retour réussir réussi revenir revient sauver sauter saute
  sélectionner signaler sortir sors suffire suffit suivre suis suit tenir tiens tenter terminer tirer tomber toucher
  tourner traîner traiter utiliser utilise utilisable valoir vérifier vivre
  accès aide avis besoin but bureau cause collègue collègues condition conditions détail doute effet endroit équipe erreur
  étape exemple façade forme idée info infos information informations liste message mode moment mot nom objet
  occasion option ordre page partie passage place point précision prénom procédure projet raison rapport règle règles
  réponse résultat service situation solution sorte sujet système temps texte titre type utilisation valeur version vie
  agent agents direction ministère administration fonctionnaire titulaire contractuel dreal ddt ddtm cerema préfecture
  ordinateur ordi pc écran bouton fenêtre internet réseau site web plateforme outil logiciel fichier document
  occasionnel régulièrement complètement totalement entièrement automatiquement exactement
  what about from with on at be am are can could would should does did will any some there`

const EVERYDAY = new Set(wordsOf(WORDS).map(stem))
const FIGURES = /^\d+$/

/** Says nothing of the subject, whether or not a card holds it. */
export function isEveryday(word: string): boolean {
  return FIGURES.test(word) || EVERYDAY.has(stem(word))
}
