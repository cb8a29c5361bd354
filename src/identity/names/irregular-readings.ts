/** Names that are not read as they are written, in the sounds of spelling-rules.ts; several readings apart by a comma. */
export const IRREGULAR_READINGS = `
siobhan=Sivon,Sivan sean=Son shaun=Son shane=Sejn leigh=li niamh=niv aoife=ifa caoimhe=kiva,kwiva saoirse=s@rSa,sirSa ciaran=kir@n eoin=o@n
eoghan=o@n hugh=hju,ju hughes=hjuz,juz hugo=hjugo,hugo george=JorJ geoffrey=Jefri joseph=Joz@f thomas=tom@s michael=majk@l,mixael michelle=miSel stephen=stiv@n,stef@n
graham=grej@m graeme=grej@m leicester=lest@r worcester=wust@r gloucester=glost@r ralph=ralf,rejf isaac=ajz@k xavier=zejvi@r,ksavi@r yvonne=ivon yvette=ivet
jacques=Zak jean=Jin,Zon pierre=pjer guillaume=gijom chloe=kloi phoebe=fibi zoe=zoi,coe naomi=nejomi joaquin=wakin jose=hose,xose jesus=hesus
charlotte=Sarlot,Sarlot@ charles=Carls,Sarl charlene=Sarlin chantal=Santal,Sontal chevalier=S@valje giovanni=Jovani giuseppe=Jusep@ guiseppe=Jusep@ giulia=Julia giorgio=JorJo luigi=luiJi
giacomo=Jakomo gianni=Jani gianluca=Janluka giancarlo=Jankarlo giada=Jada gina=Jina,gina gian=Jan jacqueline=Zaklin,JEk@lin jeannette=Zanet jeanette=Zanet janine=Zanin,Janin
evelyn=ivlin,evelin evelyne=evlin wright=rajt knight=najt knights=najts write=rajt vice=vajs stewart=stju@rt stuart=stju@rt
maureen=morin meabh=mejv maeve=mejv medb=mejv sinead=Sin@d sinéad=Sin@d grainne=gronja roisin=roSin orla=orla cathal=kahal cian=ki@n tadhg=tajg oisin=oSin padraig=podrig
dwayne=dwejn wayne=wejn kayleigh=kejli ashleigh=aSli hayleigh=hejli vaughan=von hugh=hju pugh=pju lloyd=lojd rhys=ris reese=ris dean=din jeanne=Zan
sebastien=sebastje julien=Zulje etienne=etjen rene=r@ne rené=r@ne andre=andre,ondre andré=andre,ondre francois=fronswa françois=fronswa benoit=benwa
michaela=mixaela,mikaela joachim=joaxim,jowakim jochen=jox@n achim=axim rachel=rejC@l,raxel rachael=rejC@l christopher=krist@f@r christian=kristian,krisC@n kieran=kir@n
cholmondeley=Camli beauchamp=biC@m beaumont=bomont cockburn=kob@rn colquhoun=k@hun menzies=mingis,menzis mackay=m@kaj mckay=m@kaj maclean=m@klejn mclean=m@klejn
macleod=m@klaud mcleod=m@klaud johnston=Jonst@n johnson=Jons@n john=Jon joan=Jo@n jon=Jon johns=Jons jones=Jons,Jounz thompson=toms@n thomson=toms@n brown=braun browne=braun
moore=mur,mor more=mor white=wajt whyte=wajt green=grin greene=grin smith=smiT smyth=smiT,smajT young=jang yang=jang howard=hau@rd walker=wok@r,wolk@r talbot=tolb@t
baker=bejk@r taylor=tejl@r turner=t@rn@r parker=park@r carter=kart@r clarke=klark clark=klark hall=hol ball=bol wall=wol lawson=los@n shaw=So law=lo
james=Jejms jane=Jejn jamie=Jejmi david=dejvid,david daisy=dejzi kate=kejt katie=kejti amy=ejmi emily=emili dylan=dil@n kyle=kajl tyler=tajl@r ryan=raj@n brian=braj@n bryan=braj@n
ian=i@n iain=i@n ewan=ju@n owen=o@n gareth=garT julie=Juli,juli lewis=lu@s,luis louis=luis,lui nicholas=nikol@s andrew=andru matthew=maTju matthews=maTjus
aleksandr=aleksandr alexander=aleksand@r evgeny=jevgeni evgenij=jevgeni yevgeny=jevgeni evgenia=jevgenia eugen=ojgen eugene=juJin
danielle=danjel gonzalez=gonsales gonzález=gonsales garcia=garsia nguyen=wen,nuj@n,ngujen xu=Su zhang=Jang chang=Cang huang=huang qi=Ci
`;
