// Written by tools/fit-cues.ts, never by hand: what each cue of `cues.ts` adds to the log-odds of a program's mail.
export const BIAS = -0.03

export const WEIGHTS = `=-0.41;+absent=0.31;+access=0.13;+back=0.15;+busy=0.06;+closed=0.49;+contact=-0.16;+date=0.36
+delivery=0.21;+gone=0.35;+greets=0.29;+i=-0.63;+mail=0.77;+mentor=-0.78;+now=0.37;+office=0.09
+papers=-0.24;+past=0.15;+problem=-0.31;+reads=1.24;+remote=0.33;+substitute=0.24;+thanks=-0.06
+they=-0.07;+ticket=0.13;+until=0.68;+urgent=0.19;+want=-0.14;+we=-0.21;+you=0.60;^ appele=-0.06
^ bien=0.04;^ bonjou=0.26;^ i=0.33;^ ihre=0.12;^ ik=0.15;^ j=-0.16;^ je=-0.04;^ l=0.37
^ la=-0.03;^ le=-0.13;^ leere=0.05;^ marion=-0.31;^ mi=-0.02;^ mme=0.04;^ mon=-0.05;^ non=-0.10
^ notre=-0.12;^ oui=-0.20;^ pendan=-0.10;^ pour=0.18;^ rey=-0.12;^ san=0.04;^ sono=0.08
^ uaddre=0.22;^ ulink=0.11;^ voici=-0.07;^ votre=0.17;^ vou=0.06;^ your=0.10;a=0.22;a ce=0.03
a ete=0.45;a hugo=0.04;a lundi=-0.07;a num=-0.05;a son=-0.04;a uaddre=0.57;a votre=-0.04
absent=0.03;absent du=-0.07;absent pour=0.10;absent+asks=-0.03;absent+back=-0.07
absent+busy=-0.26;absent+closed=0.31;absent+contact=0.19;absent+date=-0.38;absent+i=0.30
absent+mail=-0.04;absent+mentor=-0.02;absent+not=-0.18;absent+now=0.05;absent+office=0.19
absent+reads=-0.17;absent+remote=0.09;absent+they=-0.40;absent+ticket=-0.24;absent+until=0.07
absent+want=-0.36;absent+you=-0.17;absent?=-0.14;access+i=0.29;access+mail=0.18;access+not=0.24
access+reads=0.10;access+thanks=-0.11;access+want=-0.11;adres=-0.24;adres a=0.30
adres postal=-0.02;after announces announces=0.62;after announces answers later=0.14
after announces else=0.49;after announces sends elsewhere=0.26;after announces wants=-0.29
after answers later is polite=0.13;after else announces=-0.03;after else else=0.67
after else is polite=0.06;after else sends elsewhere=0.31;after else wants=-0.03
after is polite announces=-0.07;after is polite else=-0.13;after is polite sends elsewhere=-0.02
after is polite wants=0.14;after sends elsewhere sends elsewhere=0.12
after wants announces=-0.05;after wants else=-0.05;after wants is polite=-0.03
after wants sends elsewhere=0.07;after wants wants=-0.07;agent=-0.05;ai=-0.12;am=0.06;and=0.15
and will=0.32;appele=-0.34;appele plutot=-0.16;apre=0.18;apre cette=0.12;arrive=-0.13
asks+back=0.05;asks+date=-0.04;asks+i=0.08;asks+mail=0.23;asks+mentor=-0.09;asks+not=0.11
asks+problem=-0.11;asks+reads=0.13;asks+substitute=0.05;asks+ticket=-0.04;asks+urgent=0.06
asks+you=0.05;asks?=-1.19;assist=-0.02;astrei=0.03;attend=-0.49;au=0.27;au date=0.12
au num=-0.05;auquel=0.10;automa=-0.38;autre=-0.17;avant=-0.33;back+date=0.15;back+greets=-0.11
back+reads=0.22;back+substitute=-0.22;back+they=-0.08;back+until=-0.19;back+you=-0.27
be away=-0.02;been=0.03;ben=0.15;bien=0.11;bien recu=0.19;bien vouloi=0.11;bin am=-0.12
boite=0.07;bon=-0.03;bonjou=0.26;bonjou absent=0.07;bonjou en=0.37;bonjou je=-0.21
bonjou merci=0.08;busy+i=0.19;busy+mail=0.40;busy+reads=0.82;busy+they=-0.14;busy+until=0.10
busy+you=0.02;c=-0.11;c est=-0.11;ce=0.04;ce qui=0.07;ce soir=-0.21;cela=-0.18;cet=0.06
cette=0.66;cette date=0.12;cheffe=-0.04;closed+contact=-0.10;closed+date=0.17;closed+i=-0.07
closed+office=0.27;closed+problem=0.02;colleg=-0.26;colleg e=-0.06;compte=0.49;concer=0.09
conge=-0.43;conge mai=-0.22;contac=0.10;contac mme=0.05;contact+date=-0.09;contact+gone=0.33
contact+greets=0.09;contact+i=0.23;contact+mail=-0.04;contact+mentor=-0.18;contact+problem=-0.03
contact+reads=-0.03;contact+remote=0.04;contact+substitute=0.14;contact+thanks=0.25
contact+they=0.18;contact+ticket=-0.22;contact+want=-0.12;contact+we=-0.15;contact+you=0.51
courri=0.10;d=-0.19;d ecrire=0.14;da=0.08;dan=0.23;date=0.90;date+delivery=0.04;date+gone=-0.10
date+greets=0.10;date+i=-0.79;date+mail=0.71;date+mentor=-0.33;date+office=-0.23
date+papers=-0.02;date+problem=-0.06;date+reads=0.26;date+substitute=-0.12;date+thanks=-0.22
date+they=-0.59;date+until=0.05;date+want=-0.19;date+we=-0.30;date+wish=-0.06;date+you=0.43
date?=-0.20;de bien=0.11;de ce=-0.03;de conge=-0.06;de me=0.03;de messag=0.05;de que=0.09
de retour=0.18;de votre=0.03;delive=0.08;delivery+greets=-0.07;delivery+i=-0.24
delivery+mail=0.26;delivery+not=0.12;delivery+past=0.05;demain=-0.26;demand de=-0.04;den=-0.05
depui=0.11;depui hier=0.10;depui le=0.18;desorm=0.03;deux=-0.56;deux semain=-0.23;direct=-0.24
dispo=0.15;du=-0.27;du num=-0.33;during+reads=0.21;e in=-0.06;ecrire=0.23;ecrire a=0.21;en=0.40
en attend=-0.07;en compte=0.24;en conge=-0.24;en reunio=-0.21;encore=-0.25;envoye le=-0.04
er=0.11;est=-0.22;est en=-0.20;est plu=0.32;et=0.19;et repond=0.09;ete=0.62;etre=0.04;ferme=0.08
firefo=-0.02;first absent=0.40;first access=0.20;first asks=-0.16;first back=-0.15
first busy=0.10;first closed=0.24;first contact=-0.34;first date=0.52;first delivery=0.23
first gone=0.66;first greets=0.24;first i=-0.27;first mail=-0.06;first mentor=-0.05
first not=-0.11;first now=0.37;first office=0.05;first papers=-0.41;first past=0.12
first problem=-0.24;first reads=-0.24;first remote=0.42;first substitute=-0.36
first thanks=-0.39;first they=-0.90;first until=0.67;first urgent=-0.26;first want=-0.14
first we=-0.58;first wish=-0.42;first you=-0.26;floren=0.05;foncti=0.14;foreign 0=1.19
foreign 2=0.24;foreign 3=-0.37;foreign 4=-1.14;format=-0.35;frau=0.04;gone+i=0.16;gone+not=0.13
gone+office=-0.26;gone+they=0.26;gone+we=0.07;gone+you=0.29;greets+i=0.22;greets+mentor=-0.27
greets+not=-0.03;greets+office=0.10;greets+past=0.20;greets+reads=0.14;greets+remote=0.32
greets+thanks=0.31;greets+they=-0.19;greets+ticket=-0.12;greets+want=-0.11;greets+you=-0.14
greets?=-0.09;ha=0.06;ha been=0.03;hier=0.27;however announces=-0.14;however answers later=-0.05
however else=0.24;however sends elsewhere=0.08;however wants=-0.52;hugo=0.05;hugo lemoin=0.08
i=0.71;i am=1.00;i contact=-0.09;i do=-1.07;i ll=-0.05;i past=-0.19;i remote=0.08;i will=0.03
i+mail=-0.09;i+mentor=-0.46;i+now=0.43;i+office=0.56;i+papers=-0.10;i+past=0.07;i+problem=-0.07
i+reads=0.34;i+remote=0.41;i+substitute=0.32;i+thanks=-0.23;i+they=-0.61;i+ticket=-0.48
i+until=-0.14;i+we=-0.06;i+you=-1.16;i?=-0.12;ihre=0.16;ik=0.10;ik ben=0.15;il sera=0.20
imperative=-0.15;in=0.37;in kurze=0.02;incide=0.03;inform=-0.18;inscri=-0.18;instan=0.19
io=-0.06;j=-0.32;je=-0.48;je ne=0.32;je traite=-0.04;jour=0.32;kurze=0.02;l=-0.23;l adres=-0.16
la=-0.45;la direct=-0.11;la suite=-0.11;last announces=-0.34;last answers later=0.25
last else=0.20;last wants=-0.35;le=-0.32;le date=0.20;le lien=-0.04;le lundi=0.09;le mardi=0.04
le num=0.27;le numero=-0.03;le vendre=0.19;leere=0.05;legger=0.08;lemoin=0.08;length 0=0.17
length 1=-0.41;length 2=0.37;length 3=-0.15;lien=-0.06;lo=0.07;lue=0.07;lundi=-0.18
lundi et=0.08;lune=0.08;m=-0.50;m envoye=-0.02;ma demand=-0.11;mai=-0.49;mai je=-0.10;mail=-0.28
mail+mentor=0.03;mail+not=-0.57;mail+now=0.08;mail+office=-0.52;mail+reads=0.46;mail+remote=0.11
mail+substitute=-0.08;mail+thanks=0.39;mail+they=0.04;mail+want=0.15;mail+we=-0.16;mail+you=0.48
mar=-0.09;marion=-0.17;me=0.04;me mail=-0.05;me permet=-0.03;mentor+not=0.03;mentor+office=-0.22
mentor+reads=0.31;mentor+thanks=0.04;mentor+ticket=0.31;mentor+until=-0.07;mentor+want=-0.11
mentor+we=-0.11;mentor+you=0.12;mentor?=-0.19;merci=-0.26;merci d=0.03;merci de=0.06;mercre=0.07
messag=0.59;messag automa=-0.07;messag d=-0.04;messag du=-0.09;mi=-0.04;mme=0.46;mme vidal=0.08
moi=-0.23;moment=0.18;mon=-0.47;mon adres=0.03;n est=0.06;ne=-0.06;ne repond=-0.17;ne sui=0.09
nom=-0.09;nombre=0.04;nombre de=0.05;non=-0.22;not=0.05;not+now=0.26;not+office=0.49
not+past=0.15;not+reads=0.18;not+remote=0.16;not+ticket=-0.46;not+until=0.34;not+want=0.04
not+we=-0.20;not+you=-0.02;nothing else, told 0=-0.15;nothing else, told 1=-0.44
nothing else, told 2=0.55;notre=-0.17;nouvea=0.08;now+reads=0.35;now+want=0.28;now+you=0.31
num=0.46;num a=0.05;num au=-0.10;num avec=-0.04;num jour=0.04;numero=-0.08
of somebody announces=-0.51;of somebody else=-0.08;office+papers=-0.08;office+reads=0.23
office+substitute=0.05;office+want=-0.05;office+we=-0.26;office+wish=-0.10;office+you=0.14
on=-0.23;others 0=-0.67;others 2=0.56;oui=-0.20;out=0.10;pa=-0.91;pa a=-0.17;papers+we=-0.03
papers+you=-0.08;parmi=0.03;parmi vou=0.03;part=-0.05;past+reads=-0.03;past+want=-0.06
permet=-0.03;peux=0.08;phrase instead=0.69;phrase later=-0.29;phrase meanwhile=0.66
phrase now=1.04;phrase plea=-1.42;please=-0.12;please contact=0.46;please do=0.11
please keep=-0.02;please want=-0.15;please you=0.19;plu=0.54;plu en=0.04;plu lue=0.07
plutot=-0.24;point=-0.08;porte=0.10;possib=0.07;postal=-0.02;pour=0.28;pour l=0.11
pour moi=-0.16;pour toute=0.13;pouvez=-0.13;pouvez m=-0.11;presse=0.07;pri=0.47;pri en=0.24
problem+reads=0.06;profe=0.02;prolon=0.12;que=-0.05;que le=-0.15;que possib=0.02;qui presse=0.07
reads+remote=-0.06;reads+substitute=-0.13;reads+thanks=-0.06;reads+they=-0.19;reads+ticket=0.14
reads+want=0.08;reads+we=0.29;reads+you=-0.26;reads?=-0.13;releve=0.04;rentre le=0.02
repon=-0.16;repon automa=-0.07;repond=0.26;repond pa=-0.31;repond sou=0.16;respon=0.16
return=0.02;reunio=-0.26;rey=-0.10;rien=-0.26;sa=-0.07;sara=0.07;sara villa=0.06
says announces=0.36;says answers later=0.54;says else=0.65;says is polite=0.41
says sends elsewhere=0.20;says wants=-0.34;se=-0.23;semain=-0.14;send=-0.02;sera=0.19
serai en=-0.10;soir=-0.26;son=-0.29;son retour=-0.04;sono=0.22;sono in=0.17;sou=0.14
subject absenc=0.19;subject absent=0.29;subject answers=-0.30;subject depart=-0.06
subject gone=-0.08;subject indisp=0.10;subject mentor=0.24;subject messag=0.13;subject own=0.28
subject ticket=0.21;subject votre=0.63;subject you=0.70;substitute+they=0.06
substitute+until=-0.05;substitute+urgent=0.07;sui=-0.03;suite=-0.08;sujet=0.06;sur=-0.09
thanks+they=0.02;thanks+want=-0.13;thanks+wish=-0.04;thanks+you=0.55;the=-0.02;they+ticket=0.26
they+until=-0.32;they+want=-0.06;they+we=-0.19;they+you=0.43;ticket=0.18;ticket+until=-0.22
ticket+you=0.88;to=0.40;to date=0.02;told =-0.66;told 0=-0.66;told 2=0.56;told announces=-0.08
told announces answers later=0.14;told announces sends elsewhere=0.28;told answers later=0.26
tot=0.12;tou=0.12;toujou=-0.15;tout=-0.02;toute=0.04;uaddre=0.94;uffici=0.07;ulink=0.25;un=0.31
un autre=-0.03;une=0.04;vacaci=0.04;vendre=0.17;vidal=0.05;villa=0.06;voici=-0.15;voici le=-0.05
voir=-0.04;votre demand=0.06;votre messag=-0.11;votre repon=-0.07;votre ticket=0.13;vou=0.36
vou adres=0.07;vou ecrive=0.04;vou pouvez=-0.05;vou repond=0.16;vouloi=0.11;want+you=0.42
want?=-0.33;wants 0=0.32;wants 1=-0.08;wants 2=-0.16;wants nothing, told =-0.36
wants nothing, told 0=-0.36;wants nothing, told 1=0.12;wants nothing, told 2=0.56
wants nothing, told announces=0.10;wants nothing, told announces answers later=0.14
wants nothing, told announces sends elsewhere=0.28;wants nothing, told answers later=0.20
wants nothing, told sends elsewhere=-0.18;we?=-0.02;will=0.46;will be=0.04;you=-0.12;you?=-0.24
your=0.33;your messag=0.16;yvan=0.07`
