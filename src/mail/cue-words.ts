/**
 * Families of words, by what they say whatever the language: a word belongs where its beginning is written
 * (whole words end with "$"; the longest wins). Compared without accents. A word is added by itself.
 */
export const WORD_FAMILIES = {
  absent: `absen indisponib injoignab conge conges vacanc repos$ rtt$ arret$ arrets$ maternit paternit
    parental adoption hospitalis malad souffran medical bonifi disponibilite$ eloign deconnect hors$
    away$ leave$ vacation holiday sick$ ooo$ unavailable sabbatical abwesen urlaub krank week-end
    mutterschutz elternzeit verreist fuera$ ausen vacaciones baja$ ferias$ assen out$ off$ loin$
    assent ferie$ fuori$ congedo maternita vakantie afwezig verlof franvar semester pont$ veille$ permiso greve licencia indispo izin nieobec urlop`,
  busy: `formation$ stage$ seminaire colloque deplacement mission reunion jury terrain mobilise
    astreinte greve reserviste training conference travel meeting dienstreise fortbildung viaje
    trasferta congres decharge`,
  remote: `teletravail partiel mi-temps quotite exercant exerce$ exerces$ travaille$ jours-la reduced arbeite$ work$ working$ part-time parcial freitags
    teilzeit weekdays`,
  gone: `quitt retrait mute$ mutee$ mutes$ mutation depart$ parti$ fonctions$ fonction$ occupe$ affecte$ affectee$ effectif
    rejoin$ rejoint$ rejoins$ mobilite detach successeur affectation left$ retired$ longer$
    moved$ changed$ successor succede interlocut contrat nachfolger tatig trabajo$ lavoro$ jubil pension`,
  closed: `ferme$ fermes$ fermee$ fermees$ fermeture fermera fermeront reouv closed$ closure shut$
    reopen geschlossen betriebsferien cerrad chius riapr desactiv supprimee$ active$ actif$`,
  back: `retour rentre$ reprend reprise$ reprendr reviens$ reviendr return back$ ruckkehr wieder$
    zuruck regres vuelta$ vuelv volve reincorpor incorpor rientro ritorno terugkeer`,
  until: `jusqu compter$ inclus until$ till$ through$ bis$ hasta$ fino$ tot$ ate$ d'ici$ prochaine`,
  during:
    "pendant$ durant$ lors$ during$ while$ wahrend durante$ periode interval entretemps meantime",
  reads: `lir$ lirai lira$ lu$ lue$ lues$ lus$ lis$ lit$ lirons consult relev
    surveill traite transfer prise$ repond reponse repons connaissance delai$ delais$ differ recontact
    read$ reply replies respon answer monitored check forwarded gelesen lese$ antwort
    weitergeleitet contest responder atender leggo$ legger letta$ rispond beantwoord beantwort`,
  contact: `contact adressez adresser ecrire$ ecrivez ecris$ joindre$ joignab joint$ joints$ appele
    appelez$ appeler$ telephon sollicit rapproch tourner$ attache$ voyez$ voir$ utiliser$ utilisez$
    reach$ write$ call$ direct$ enquir wenden$ schreiben$ ansprech erreichbar escrib dirij
    llam scriv rivolg contat bellen terecht`,
  substitute: `adjoint secretari remplac interim binome supple permanence relais continuite
    collegue colleague colleagues vertret kolleg companer segreteria sekretariat assure$ assurer
    replacement suivis$ gere$ geres$ repris$ reprises$`,
  office: `service services bureau bureaux pole direction accueil standard equipe etablissement
    office cabinet mairie universite lycee guichet haus buro$ oficina ufficio kantoor`,
  urgent: "urg press$ presse$ pressant necess besoin$ important dring emergenc wait$ attendre$",
  date: `date lundi$ mardi$ mercredi$ jeudi$ vendredi$ samedi$ dimanche$ semaine$ semaines$ jour$ journee$
    matin$ aujourd'hui$ demain$ janvier$ fevrier$ mars$ avril$ mai$ juin$ juillet$ aout$ septembre$
    octobre$ novembre$ decembre$ rentree$ monday tuesday wednesday thursday friday week$ today$
    january$ february$ march$ april$ june$ july$ august$ september$ october$ november$ december$ montag
    dienstag mittwoch donnerstag freitag januar$ marz$ juni$ juli$ oktober$ dezember$ ete$
    lunes$ martes$ jueves$ viernes$ enero$ agosto$ lunedi$ settembre$ day$ mois$ tomorrow$`,
  mail: `message mail email e-mail courriel courrier messagerie boite$ boites$ adresse$ adresses$ inbox
    mailbox nachricht correo$ mensaje messaggio posta$ mittente bericht mensagem correspond`,
  thanks: "merci remerci thank dank$ danke$ vielen$ gracias grazie bedankt obrigad",
  greets: `bonjour madame monsieur hello$ hi$ dear$ guten$ hallo$ hola$ buongiorno gentile sehr$
    geehrte damen herren bom$ dia$`,
  wish: "fetes$ noel excellent bonne$ bonnes$ belle$ belles$ comprehension patience indulgence bel$",
  access: "acces connexion access$ connect wifi internet ordinateur zugriff acceso accesso",
  mentor: `mentor module parcours webinaire session inscri attest certif compte$ comptes$ connecter
    lien$ liens$ page video quiz test$ questionnaire convoc atelier rencontre examen replay profil
    droits$ identifiant passe$ plateforme course account lesson seat$ deadline password kurs konto
    frist curso cuenta corso iscri enregistrement participation participants participer$ seance creneau  catalogue cloture$
    stagiaire rattrap prolong webinar certificate rendez-vous prefer`,
  papers: `capture fichier document justificatif copie$ photo ci-joint jointe$ jointes$ liste$ arrete$ screenshot attached$
    tableau convention facture datei$ anbei$ adjunto allegato exercice devoir livret rapport`,
  problem: `bloqu erreur impossible marche fonctionn bug refus probl souci panne perim error
    cannot can't$ unable fehler bloquead manqu retrouve$ revenu rejet coupe$ missed$ ouvre$ valide$
    resolu$`,
  want: `fermer$ supprimer$ retir pensez$ creer$ transferer$ spostare cancell verschieb cambi apunt souhait voudr aimer pouvez- pourriez pourrais pourrait pourrions peut-on puis-je dois-je doit-on faut$
    faudr peux$ peux-tu can$ could$ would$ mochte puedo$ puede$ quiero$ posso$ vorrei$ potete$ report
    decal annul modif corrig garder gardez ajout renvoy proposer proposez rouvrir cloturer clore$ svp$
    mettre$ laissez notez suspendre reouvrir recuperer excus desole pardon interess volontiers merc$`,
  asks: `comment$ quel$ quelle$ quels$ quelles$ quand$ ou$ qui$ combien$ est-ce est-il est-elle
    existe-t-il y-a-t-il avez-vous aurez-vous ai-je how$ when$ what$ who$ where$ wie$ wann$ wer$ como$
    cuando$ dove$ sera-t- t-il$`,
  they: `agent agents chef$ cheffe$ responsable$ hierarchie tutrice tuteur formateur referent
    manager boss$ leur$ leurs$ il$ elle$ ils$ elles$ she$ he$ her$ his$ jefe$ mme$ celui`,
  i: "je$ j$ i$ ich$ yo$ mon$ ma$ mes$ my$ meine$ mi$ am$ i'm$ bin$ sono$ estoy$ suis$ estou$ moi$",
  you: "vous$ votre$ vos$ your$ you$ ihre$ sie$ su$ sus$",
  we: "nous$ our$ we$ wir$ unser hemos notre$ nos$",
  past: "etais$ etait$ avais$ avait$ was$ had$ war$ hatte$ estuve$ ero$ hier$ derniere yesterday",
  now: "actuellement momentane currently derzeit zurzeit present$ moment$ instant$",
  not: "ne$ n$ pas$ plus$ sans$ aucun aucune$ not$ nicht$ kein no$ non$ don't$ won't$ niet$ nao$ ni$",
  ticket: `ticket signalement dossier prise$ traitement ouvert$ cours$ reference numero incident ritm enregistr clotur cree$ creee$ support
    assistance technicien conseiller notification statut case$ request solicitud anfrage portail
    enquete accus efforcer satisfaction meilleurs ouvres$ ouvrees$ heures$ received$ recibido erfasst`,
  delivery: `remis$ echoue expire$ bloques$ blocked$ original$ inexist remise$ distribu delivr destinataire utilisateur inconnu quarantaine satur pleine$
    quota antivirus antispam filtre$ serveur recipient deliver undeliver zugestellt zustell gateway
    passerelle orthographe annuaire`,
} as const

export type WordFamily = keyof typeof WORD_FAMILIES
