// Written by tools/fit-cues.ts, never by hand: what each cue of `cues.ts` adds to the log-odds of a program's mail.
export const BIAS = -0.01

export const WEIGHTS = `=-0.45;+absent=0.39;+access=0.20;+busy=0.09;+closed=0.41;+contact=-0.12;+date=0.44
+delivery=0.21;+gone=0.52;+greets=0.31;+i=-0.63;+mail=0.75;+mentor=-0.88;+not=-0.17;+now=0.38
+office=0.19;+papers=-0.23;+past=0.09;+problem=-0.39;+reads=1.32;+remote=0.31;+substitute=0.12
+they=-0.12;+ticket=0.14;+until=0.67;+urgent=0.17;+want=-0.04;+we=-0.28;+wish=-0.05;+you=0.41
^ appele=-0.05;^ bien=0.05;^ bonjou=0.27;^ i=0.28;^ ich=0.11;^ ihre=0.16;^ ik=0.15;^ j=-0.16
^ je=-0.03;^ l=0.42;^ la=-0.03;^ le=-0.14;^ leere=0.07;^ marion=-0.06;^ mi=-0.03;^ mme=0.07
^ mon=-0.03;^ non=-0.08;^ notre=-0.13;^ oui=-0.19;^ pendan=-0.11;^ pour=0.24;^ se=-0.04
^ sono=0.06;^ uaddre=0.21;^ ulink=0.04;^ voici=-0.08;^ your=0.06;a=0.16;a ce=0.05;a ete=0.52
a hugo=0.04;a la=-0.18;a lundi=-0.04;a num=-0.06;a son=-0.02;a uaddre=0.57;absent=0.06
absent du=-0.05;absent pour=0.11;absent+asks=-0.04;absent+back=-0.14;absent+busy=-0.26
absent+closed=0.32;absent+contact=0.20;absent+date=-0.46;absent+i=0.23;absent+mail=-0.03
absent+mentor=-0.04;absent+not=-0.18;absent+now=0.05;absent+office=0.17;absent+reads=-0.16
absent+remote=0.10;absent+they=-0.37;absent+ticket=-0.24;absent+want=-0.17;absent+you=-0.15
absent?=-0.16;access+i=0.15;access+mail=0.22;access+not=0.27;adres=-0.25;adres a=0.30
adres le=-0.02;after announces announces=0.62;after announces answers later=0.14
after announces else=0.53;after announces is polite=-0.03;after announces sends elsewhere=0.28
after announces wants=-0.26;after answers later is polite=0.13;after else announces=-0.03
after else else=0.65;after else is polite=-0.08;after else sends elsewhere=0.28
after else wants=0.10;after is polite else=-0.13;after is polite sends elsewhere=-0.02
after is polite wants=0.20;after sends elsewhere sends elsewhere=0.12
after wants announces=-0.20;after wants else=-0.10;after wants sends elsewhere=0.07
after wants wants=-0.05;ai=-0.09;am=0.02;and=0.08;and will=0.15;appele=-0.35;appele plutot=-0.16
apre=0.18;apre cette=0.13;arrive=-0.11;asks+back=0.07;asks+contact=0.03;asks+date=-0.04
asks+i=0.06;asks+mail=0.24;asks+mentor=-0.10;asks+not=0.13;asks+problem=-0.08;asks+reads=0.13
asks+substitute=0.03;asks+urgent=0.08;asks+you=0.04;asks?=-1.20;assist=-0.03;astrei=0.02
attend=-0.49;au=0.09;au date=0.08;au num=-0.06;auquel=0.11;automa=-0.31;autre=-0.10;avant=-0.34
back=-0.03;back+date=0.08;back+greets=-0.09;back+reads=0.31;back+substitute=-0.20
back+they=-0.23;back+until=-0.17;back+you=-0.28;been=0.07;ben=0.15;bien=0.22;bien recu=0.18
bien vouloi=0.12;bin=0.07;boite=0.10;bon=-0.03;bonjou=0.27;bonjou absent=0.05;bonjou en=0.38
bonjou je=-0.21;bonjou merci=0.09;busy+i=0.23;busy+mail=0.41;busy+not=0.03;busy+reads=0.82
busy+they=-0.15;busy+until=0.11;busy+you=0.02;c=-0.09;c est=-0.09;ce moment=0.03;ce qui=0.09
ce soir=-0.22;cela=-0.18;cet=0.06;cette=0.48;cette date=0.13;closed+contact=-0.11
closed+date=0.18;closed+i=-0.04;closed+office=0.27;closed+problem=0.03;closed+you=-0.06
colleg=-0.24;colleg e=-0.06;compte=0.52;concer=0.11;conge=-0.41;conge a=-0.04;conge mai=-0.22
contac=0.09;contac mme=0.05;contact+date=-0.11;contact+gone=0.35;contact+greets=0.09
contact+i=0.21;contact+mentor=-0.18;contact+reads=-0.03;contact+remote=0.04
contact+substitute=0.15;contact+thanks=0.20;contact+they=0.17;contact+ticket=-0.20
contact+want=-0.13;contact+we=-0.14;contact+you=0.56;courri=0.09;d=-0.28;d ecrire=0.15;da=0.06
dan=0.25;date=0.92;date+delivery=0.04;date+greets=0.06;date+i=-0.87;date+mail=0.70
date+mentor=-0.29;date+office=-0.07;date+papers=-0.03;date+problem=-0.03;date+reads=0.29
date+substitute=-0.10;date+thanks=-0.29;date+they=-0.59;date+ticket=0.06;date+until=0.12
date+want=-0.21;date+we=-0.32;date+wish=-0.06;date+you=0.44;date?=-0.20;de bien=0.12;de ce=-0.05
de conge=-0.06;de contac=-0.04;de me=0.04;de messag=0.07;de que=0.10;de retour=0.19;del=0.03
delive=0.02;delive to=0.06;delivery+greets=-0.06;delivery+i=-0.21;delivery+mail=0.24
delivery+not=0.11;demain=-0.25;demand de=-0.03;depui=0.06;depui hier=0.08;depui le=0.15
desorm=0.05;deux=-0.48;deux semain=-0.21;direct=-0.07;dispo=0.22;donc=-0.02;du=-0.44
du num=-0.30;during+reads=0.20;e in=-0.06;ecrire=0.24;ecrire a=0.22;en=0.32;en attend=-0.07
en compte=0.26;en conge=-0.23;en foncti=0.04;en reunio=-0.22;encore=-0.30;envoye le=-0.03
er=0.12;est=-0.22;est en=-0.14;est ferme=0.03;est plu=0.34;et=0.16;et repond=0.10;ete=0.71
firefo=-0.03;first absent=0.32;first access=0.05;first asks=-0.17;first back=-0.17
first busy=0.13;first closed=0.28;first contact=-0.33;first date=0.43;first delivery=0.19
first gone=0.60;first greets=0.25;first i=-0.29;first mail=-0.02;first mentor=-0.18
first not=-0.13;first now=0.38;first papers=-0.40;first past=0.06;first problem=-0.36
first reads=-0.28;first remote=0.46;first substitute=-0.31;first thanks=-0.38;first they=-0.75
first until=0.71;first urgent=-0.26;first want=-0.25;first we=-0.53;first wish=-0.44
first you=-0.14;foncti=0.18;foncti dan=0.04;for=0.04;foreign 0=1.29;foreign 1=-0.04
foreign 2=0.41;foreign 3=-0.48;foreign 4=-1.15;format=-0.42;frau=0.06;gestio=-0.03
gone+office=-0.19;gone+they=0.36;gone+we=0.06;gone+you=0.34;greets+i=0.24;greets+mail=-0.02
greets+mentor=-0.28;greets+office=0.10;greets+past=0.20;greets+reads=0.14;greets+remote=0.31
greets+thanks=0.32;greets+they=-0.16;greets+ticket=-0.12;greets+want=-0.12;greets+you=-0.09
greets?=-0.11;ha=0.13;ha been=0.07;hier=0.27;however announces=-0.12;however answers later=-0.02
however sends elsewhere=0.08;however wants=-0.37;i=0.63;i am=0.92;i contact=-0.10;i do=-1.04
i past=-0.19;i reads=-0.03;i remote=0.08;i will=0.13;i+mail=-0.09;i+mentor=-0.44;i+now=0.45
i+office=0.43;i+papers=-0.11;i+past=0.07;i+problem=-0.07;i+reads=0.26;i+remote=0.45
i+substitute=0.22;i+thanks=-0.23;i+they=-0.59;i+ticket=-0.49;i+until=-0.12;i+want=-0.16
i+we=-0.05;i+you=-1.12;i?=-0.11;ich=0.10;ihre=0.23;ik=0.11;ik ben=0.15;il sera=0.08;il vou=-0.04
imperative=-0.21;in=0.30;in kurze=0.03;incide=0.05;inform=-0.19;inscri=-0.20;instan=0.19
io=-0.06;j=-0.31;je=-0.52;je ne=0.37;je traite=-0.07;jour=0.25;kurze=0.03;l=-0.36;l adres=-0.11
la=-0.38;la suite=-0.11;last announces=-0.40;last answers later=0.27;last else=0.27
last is polite=-0.03;last sends elsewhere=0.07;last wants=-0.21;le=-0.23;le date=0.37
le lien=-0.03;le lundi=0.08;le mardi=0.02;le num=0.30;le numero=-0.04;le vendre=0.18;leere=0.07
legger=0.08;length 0=0.13;length 1=-0.39;length 2=0.40;length 3=-0.15;lien=-0.05;lo=0.10
lue=0.11;lundi=-0.21;lundi et=0.07;lune=0.05;m=-0.39;ma=-0.06;ma demand=-0.11;mai=-0.47
mai je=-0.10;mail=-0.27;mail+mentor=0.06;mail+not=-0.50;mail+now=0.09;mail+office=-0.51
mail+past=-0.08;mail+reads=0.54;mail+remote=0.13;mail+substitute=-0.07;mail+thanks=0.40
mail+they=0.09;mail+want=0.05;mail+we=-0.11;mail+you=0.39;mar=-0.09;marion=-0.02;me=0.03
me mail=-0.03;mentor+not=0.05;mentor+office=-0.24;mentor+problem=-0.04;mentor+reads=0.32
mentor+thanks=0.05;mentor+they=-0.02;mentor+ticket=0.19;mentor+until=-0.09;mentor+want=-0.12
mentor+we=-0.12;mentor+you=0.04;mentor?=-0.21;merci=-0.20;merci de=0.19;mercre=0.08;messag=0.47
messag automa=-0.03;messag d=-0.05;messag du=-0.09;mi=-0.19;mme=0.47;mme vidal=0.06;moi=-0.21
moment=0.21;mon=-0.39;my=-0.06;n est=0.09;ne repond=-0.22;ne sui=0.12;nom=-0.09;nombre=0.06
nombre de=0.07;non=-0.21;not+now=0.28;not+office=0.39;not+past=0.09;not+reads=0.25
not+remote=0.10;not+ticket=-0.44;not+until=0.38;not+want=0.11;not+we=-0.22;not+you=-0.14
nothing else, told 0=-0.13;nothing else, told 1=-0.42;nothing else, told 2=0.58;notre=-0.26
nouvea=0.08;now+reads=0.36;now+want=0.28;now+you=0.32;num=0.63;num a=0.10;num au=-0.07
num avec=-0.02;num jour=0.06;numero=-0.07;of somebody announces=-0.48;of somebody else=-0.07
of somebody wants=-0.14;office+papers=-0.06;office+reads=0.24;office+substitute=0.05
office+want=-0.05;office+we=-0.28;office+wish=-0.14;office+you=0.15;on=-0.34;others 0=-0.68
others 2=0.57;oui=-0.19;out=0.14;pa=-0.93;pa a=-0.23;papers+you=-0.10;parmi=0.04;parmi vou=0.04
part=-0.15;partir de=-0.04;past+reads=-0.04;past+want=-0.07;peux=0.09;phrase instead=0.78
phrase later=-0.26;phrase meanwhile=0.63;phrase now=1.19;phrase plea=-1.49
phrase rhetorical=-0.06;please=-0.10;please contact=0.42;please do=0.20;please keep=-0.04
please want=-0.03;please you=0.05;plu=0.53;plu en=0.07;plu lue=0.11;plutot=-0.25;point=-0.09
porte=0.11;possib=0.08;pour=0.40;pour ce=0.02;pour l=0.16;pour moi=-0.13;pour toute=0.16
pouvez=-0.12;pouvez m=-0.10;presse=0.09;pri=0.48;pri en=0.26;problem+reads=0.08
problem+ticket=-0.09;profe=0.04;prolon=0.14;que=-0.02;que le=-0.17;que possib=0.03;qui n=0.03
qui presse=0.09;reads+remote=-0.05;reads+substitute=-0.14;reads+thanks=-0.06;reads+they=-0.19
reads+ticket=0.20;reads+want=0.11;reads+we=0.34;reads+you=-0.18;reads?=-0.12;releve=0.04
remerc=0.02;repon=-0.23;repon automa=-0.06;repond=0.24;repond pa=-0.36;repond sou=0.19
respon=0.21;retour de=-0.04;return=0.07;reunio=-0.27;rien=-0.23;sa=-0.10;sara=0.08
sara villa=0.07;says announces=0.34;says answers later=0.59;says else=0.67;says is polite=0.34
says sends elsewhere=0.19;says wants=-0.33;se=-0.06;semain=-0.14;sera=0.08;serai en=-0.10
soir=-0.27;son=-0.18;son retour=-0.02;sono=0.22;sono in=0.17;sou=0.04;subject absenc=0.15
subject absent=0.39;subject answers=-0.34;subject indisp=0.10;subject mentor=0.21
subject messag=0.13;subject own=0.34;subject ticket=0.16;subject votre=0.62;subject you=0.69
substitute+they=0.08;substitute+until=-0.05;substitute+urgent=0.08;sui pa=0.03;suite=-0.06
sujet=0.08;sur=-0.08;thanks+they=0.05;thanks+wish=-0.24;thanks+you=0.42;they+ticket=0.27
they+until=-0.32;they+we=-0.25;they+you=0.33;ticket=0.09;ticket+until=-0.22;ticket+we=0.06
ticket+you=0.85;to=0.41;to date=0.06;told =-0.64;told 0=-0.64;told 2=0.58;told announces=-0.12
told announces answers later=0.14;told announces sends elsewhere=0.30;told answers later=0.31
told sends elsewhere=-0.05;tot=0.13;tou=0.15;toujou=-0.14;toute=0.05;tuesda=-0.03;uaddre=0.97
uffici=0.08;ulink=0.17;un=0.31;und=0.06;until+you=0.03;vacaci=0.03;vendre=0.18;vidal=0.04
villa=0.07;voici=-0.16;voici le=-0.06;voir=-0.04;votre=-0.04;votre messag=-0.06
votre repon=-0.05;votre ticket=0.03;vou=0.34;vou adres=0.09;vou ecrive=0.05;vou pouvez=-0.03
vou repond=0.15;vouloi=0.12;want+you=0.39;want?=-0.32;wants 0=0.32;wants 1=-0.09;wants 2=-0.14
wants nothing, told =-0.41;wants nothing, told 0=-0.41;wants nothing, told 1=0.15
wants nothing, told 2=0.58;wants nothing, told announces=0.17
wants nothing, told announces answers later=0.14
wants nothing, told announces sends elsewhere=0.30;wants nothing, told answers later=0.21
wants nothing, told sends elsewhere=-0.23;will=0.40;wish+you=-0.05;you=-0.04;you?=-0.23
your=0.25;your messag=0.04;yvan=0.08`
