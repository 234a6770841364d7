// Phrases of mails that no card answers, as they are folded: « | » or a new line between them.

export const ANGER = `
scandal\\w* | inadmissible\\w* | inacceptable\\w* | honteu\\w* | une honte | intolerable\\w* | lamentable\\w* | deplorable\\w*
c est n importe quoi | se moque\\w* de | vous moquez | foutez | ras le bol | marre | excede\\w* | furieu\\w* | exaspere\\w* | exasperant\\w*
tres en colere | en colere | agace\\w* | enerve\\w* | incompeten\\w* | ridicule\\w* | absurde\\w* | invraisemblable\\w*
insupportable\\w* | je me plains | porter plainte | deposer plainte | je me reserve le droit | reclamation\\w* | mecontent\\w*
mecontentement | protest\\w* | lassant\\w* | perte de temps | perdre mon temps | mediateur | mediatrice | defenseur des droits
syndica\\w* | mon avocat\\w* | hierarchie sera | unacceptable | outrageous | complaint`

export const SECURITY = `
pirat\\w+ | phishing | hameconn\\w+ | arnaque\\w* | escroquer\\w+ | usurp\\w+ | fuite de donnees | intrusion | virus | faux site
frauduleu\\w* | suspect\\w* | compromis | a mon insu | sans mon accord | a ma place | pas moi qui
(?:j ai|je n ai) (?:pas|jamais|rien) demande | que je n ai (?:pas|jamais) demande\\w* | violation de donnees | failles?
(?:compte|donnees|profil|nom) (?:d un|d une|de l|d) autres? (?:agents?|personnes?|utilisateurs?) | quelqu un (?:utilise|s est|est entre|se sert|a change|a modifie)
communique mes identifiants | (?:donne|saisi) mon mot de passe | saisi mes identifiants`

export const DATA_RIGHTS = `
rgpd | gdpr | cnil | donnees personnelles | donnees a caractere personnel | droit a l (?:oubli|effacement) | droit d (?:acces|opposition|effacement)
droit de (?:rectification|suppression) | effac\\w+ (?:toutes )?(?:mes|ses|les) (?:donnees|informations) | supprim\\w+ (?:toutes )?(?:mes|ses) (?:donnees|informations)
delegue\\w* a la protection | dpo | portabilite | article (?:15|16|17|18|20|21) | personal data`
