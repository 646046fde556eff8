"""Short forms of first names: whoever writes "Becca" to Rebecca has the right person.

Taken from the package nicknames 1.0.1 (Apache-2.0), which has Carlton Northern's table of English nicknames
and diminutives, with some more of ours. Left out are forms that are the beginning or the end of the name,
which need no table, and other names that are nearly as long: Anne is not a short form of Anna.
"""

from functools import cache

_SHORT_FORMS = """
aaron:ron/ronnie abbigail:abbe/abbey/abbie/abby/nabby abbigale:abbe/abbey/abbie/abby/gail/nabby
abednego:bedney abel:abe/eb/ebbie abigail:abbe/abbey/abbi/abbie/abby/nabby
abigale:abbe/abbey/abbi/abbie/abby/gail/nabby abijah:bige abraham:abe abram:abe absalom:abbie/app
ada:addy/adie adaline:addy/adie/delia/dell/lena addison:addie/addy adela:adie
adelaide:addy/adele/adie/dell/della/heidi adelbert:albert/del adele:addy
adeline:ada/addy/delia/dell/lena adelphia:addy/adele/dell/philly adolphus:dolph adrienne:addie
agatha:aggy agnes:aggy aileen:allie/lena alazama:ali alberta:allie/bert/bertie aldrich:riche/richie
aleksandr:alex aleva:levy alexander:alec/sandy/sasha alexandra:alla/lexi/sandra/sandy/sasha
alexandria:alla/drina/sandra alexis:lexi alfred:freddy alfreda:alfy/freddy algernon:algy alice:allie
alicia:allie alison:allie/ally allisandra:ali/allie/ally allison:ali/allie/ally allyson:ali/allie
allyssa:ali/allie almena:ali/allie/ally almina:minnie almira:myra alonzo:lon alphinias:alphus
althea:ally alverta:vert/virdie alyssa:ally amanda:mandy amelia:mel/millie anastasia:stacy anderson:andy
andrea:andi/andy/rea andreas:andy andrew:andy/randy andriane:ada/adri/rienne angela:angie angelica:angie
angelina:angie ann:annie/nan anna:ann/annie/nan anne:ann/annie/nan annette:anna/nettie anselm:ance
anthony:tony antoinette:ann/netta/tony antonia:ann/netta/tony antonio:tony appoline:appie/appy
aquilla:quil/quillie ara:arry arabella:arry/belle arabelle:arry/bella araminta:armida/middie/minty
archibald:archie archilles:kill/killis ariadne:arie aristotle:telly arizona:ona/onie arlene:arly/lena
armanda:mandy armena:arry armilda:milly arminda:mindie arminta:minnie arnold:arnie aron:ron/ronnie
artelepsa:epsey asenath:natty/sene ashley:ashly/leah/lee aubrey:bree audrey:dee august:gus
augusta:aggy/gatsy/gussie/tina augustina:aggy/gatsy/gussie augustine:austin/gus augustus:austin/gus
aurelia:ora/ree/rilly azariah:aze bab:barby babs:bab/barby barbara:bab/babs/barbie/barby/bobbie
barnabas:barney bartholomew:bartel/bat/mees/meus bazaleel:basil beatrice:trisha/trix/trixie beck:becky
belinda:belle benedict:bennie benjamin:benjy/bennie/benny/jamie bernard:barney/berney/bernie/berny
berney:bernie bert:bertie/bob/bobby bertha:bertie/birdie bertrand:randy bess:bessie beth:betsy/betty
bethena:thaney bezaleel:zeely biddie:biddy bill:billy/willie blanche:bea bob:rob bobby:rob brady:brody
breanna:bree/bri brenda:brandy bridget:biddie/biddy/bridgie/bridie brittany:brittnie brittney:brittnie
broderick:brady/brody/ricky/rod bryanna:ana/bri caitlin:caity caitlyn:caity california:callie
calista:kissy calpurnia:cally calvin:vin/vinny cameron:ron/ronny camile:cammie camille:cammie/millie
candace:candy/dacey carla:carly carlotta:lottie carmon:cammie carol:carrie/cassie carolann:carole
caroline:carole/carrie/cassie/lynn carolyn:carrie/cassie/lynn carrie:cassie carthaette:etta/etty
cassandra:cassie/sandy cassidy:cassie caswell:cass
catherine:casey/cassie/cathy/kate/kathy/katie/katy/kay/kit/kittie/lena/trina
cathleen:casey/cassie/cathy/kathy/katy/kay/kit/kittie/lena/trina cathy:kathy cecilia:celia/cissy
cedric:rick/ricky celeste:celia/lessie celinda:lindy/lynn charity:chat charles:carl/charlie/chick/chuck
charlie:chuck charlotte:charlie/lotta/lottie/sherry chauncey:chan chelsey:chelsie chesley:chet
chester:chet chloe:clo christian:kit christiana:ann/christy/crissy/kris/kristy/tina
christina:chrissy/christy/crissy/kris/kristy christine:chrissy/christy/crissy/kris/kristy/tina
christopher:kit christy:crissy cinderella:arilla/cindy/rilla clarence:clair clarinda:clara
clarissa:cissy/clara clifton:cliff/tony cole:colie columbus:clum con:conny conrad:conny constance:connie
cordelia:cordy corey:cordy/ree corinne:cora/ora cornelia:cornie/corny/nelle/nelly
cornelius:con/conny/corny/neil/niel cory:cordy/ree courtney:curt crystal:chris/tal cynthia:cindy
cyrenius:cene/serene/swene dahl:dal dalton:dahl daniel:dann/danny danielle:ellie daphne:daphie
darlene:darry/lena david:dave/davey/day deanne:ann/dee debbie:debby debora:debbie/debby
deborah:debbie/debby debra:debbie delilah:dell/della/lil/lila deliverance:della/delly/dilly
delores:dee/dell/della/lola/lolly delphine:delf demaris:dea demerias:dea/maris democrates:mock
dennis:dennie/denny dennison:denny derek:ricky derick:ricky derrick:eric/ricky deuteronomy:duty
diana:dicey diane:dicey dicey:dicie dmitry:dima dmytro:dima dolores:lola domenic:nic dominic:nic
dominick:nicky donald:donnie/donny/dony donovan:donnie/donny/dony dorcus:darkey dorinda:dora
dorothea:doda/dora dorothy:dolly/dora/dot/dottie/dotty dotha:dotty duncan:dunk earnest:ernie
ebenezer:ebbie edgar:eddie/eddy edith:edie edmond:eddie/eddy edmund:eddie/eddy/ned/ted edna:edny
eduardo:eddie/eddy edward:eddie/eddy/ned/ted/teddy edwin:eddie/eddy/ned/win edyth:edie edythe:edie/edye
egbert:burt eighta:athy elaine:lainie elbertson:bert eleanor:ellen/ellie/lanna/nell/nelly/nora
eleazer:lazar elias:lee elijah:lige eliphalel:life eliphalet:left elisha:lish
elizabeth:bess/bessie/betsy/betty/lib/libby/liz/liza/lizzie/lizzy ellen:nellie ellender:helen/nellie
ellie:elly ellswood:elsey elminie:minnie elmira:ellie/elly elsie:elsey elswood:elsey elvira:elvie
elwood:woody elze:elsey emanuel:manny emeline:emma/emmy/milly emily:emmy/mel/millie emma:emmy
emmanuel:manny epaphroditius:dite/ditus/dyce/dyche/eppa erasmus:raze eric:ricky ernest:ernie
ernestine:erna/teeny/tina eseneth:senie estella:essy estelle:essy esther:essie eudicy:dicey
eudoris:dosie/dossie eunice:nicie euphemia:effie/effy eurydice:dicey eustacia:stacy eva:eve
evaline:eve/lena evangeline:vangie experience:exie ezekiel:zeke faith:fay fallon:fallie/fally/lon/lonnie
felicia:felix felicity:flick/tick feltie:felty ferdinand:ferdie/fred/freddie/freddy
ferdinando:ferdie/fred florence:flora/flossy fran:frannie
frances:cissy/fanny/francie/frankie/frannie/franniey/franny/sis francine:francie/frannie/franniey/franny
francis:frank/frankie francisco:paco frederica:erika/freddy/rickey frederick:freddie/freddy/fritz/ricky
fredericka:freda/freddy/frieda/rickey frieda:fred/freddie/freddy gabriel:gabby/gabe gabriella:gabby
gabrielle:ella/gabby gareth:gary garrett:gare/garry/gary/jerry/rhett genevieve:eve/jean/jenny
geoffrey:jeff george:georgie georgine:george gerald:gerry/jerry geraldine:dina/gerri/gerrie/gerry/jerry
gerhardt:gay gertrude:gertie/trudy gloria:glory governor:govie gum:monty gus:gussie gustavus:gussie
gwen:wendy gwendolyn:wendy hailey:hayley hannah:anna/nan/nanny harold:hal/hap/haps/harry harriet:hattie
harrison:hap/haps/harry harry:hap/henry haseltine:hassie haylee:hailey/hayley hayley:hailey
heather:hetty helen:ellie helena:nell/nellie helene:ella/ellie/lena heloise:lois
henrietta:etty/hank/henny/nettie/retta henry:hal/hank/hap/harry hephsibah:hipsie hepsibah:hipsie
hermione:hermie hester:hessy/hetty hezekiah:hy hillary:hilary hipsbibah:hipsie hiram:hy
honora:honey/norry hopkins:hopp horace:horry hortense:harty/tensey hosea:hosey/hosie howard:hal/howie
hubert:hugh ignacio:nacho ignatius:iggy/nace/nate ignatzio:iggy/nace/naz india:indie/indy iona:onnie
isaac:ike isabel:bell/ib/issy/izzy/nib/nibby/tibbie isabella:belle/ib/issy/nib/nibby/tibbie
isabelle:bella/ib/issy/izzy/nib/nibby/tibbie isadora:issy isadore:izzy isaiah:zadie/zay isidore:izzy
iva:ivy jacob:jay jacqueline:jack/jackie/jacqui jahoda:hodie/hody jalen:al/jay/len/lennie/lenny
james:jamie/jem/jim/jimmie/jimmy jamey:jamie jane:janie/jennie/jessie janet:jessie jannett:nettie
jasper:jap jean:jeannie jeanette:janet/jessie/nettie jeanne:jane/jeannie jedediah:dyer jedidiah:dyer
jefferson:sonny jeffrey:geoff jehu:gee jennet:jenny/jessie jennifer:jennie/jenny jeremiah:jereme/jerry
jeremy:jez jerry:gerry jessica:jessie jessie:jane jim:jimmie joan:nonie joanna:jodi/jody joe:joey
johann:john johannah:joan/jody/nonie johannes:hans/john/johnny john:ian/jack/johnny/jon/jonnie/jonny
johnathan:johny/jon/jonnie/jonny johnathon:johny/jon/jonnie/jonny jon:johnny/jonnie/jonny
jonathan:john/johny/jonnie/jonny jonathon:john/johny/jonnie/jonny jose:pepe josef:sepp
joseph:jody/joe/joey josephine:fina/jody/joey/josey/josie josetta:jettie joshua:joe josophine:joey/josey
juanita:nettie judith:juda/jude/judie/judy judson:sonny julia:julie julian:jule julias:jule
junior:jr/june/junie kaitlin:kaitie kaitlyn:kaitie kaitlynn:kaitie karla:carly katarina:kate/tina
kate:kay katelin:kay/kaye katelyn:kay/kaye katharina:kathi katharine:kate
katherine:cassie/cathy/kate/kathy/katie/katy/kay/kaye/kit/kittie/lena/trina
kathleen:cassie/cathy/kate/kathy/katie/katy/kay/kit/kittie/lena/trina kathryn:kate/kathy/katie
katia:katie katy:kathy/katie kelley:kellie/kelly kendall:kenny kendra:kay/kenj/kenny kendrick:kenny
kendrik:kenny kenneth:kenny kent:ken/kenny keziah:kizzie kimberley:kimberly kimberly:kimberley
kit:kittie konstantin:kostya kristen:chris kristin:chris kristine:chris/christy/crissy/kristy/tina
kristofer:chris kristoffer:chris kristopher:chris lafayette:fate/laffie lamont:monty laodicia:cenia/dicy
latisha:tish laurel:laurie lauren:laurie/ren laurence:larry/lon/lonny/lorne/lorry laurinda:laura
lauryn:laurie laverne:verna lavina:ina/viney lavinia:ina/vina/viney lavonia:vina/viney/vonnie
lavonne:von lawrence:larry/lawrie/lon/lonny/lorne/lorry leanne:annie lecurgus:curg lenora:lee
leonard:len/lenny leonidas:lee leonora:nell/nellie leonore:honor/nora leroy:lee/roy letitia:lettie/tish
levi:lee levone:von lib:libby lidia:lyddy lil:lilly/lily lillah:lilly/lily/lolly lillian:lilly/lolly
lilly:lily lincoln:link linda:lindy lindsay:lindsey/lindsie/lindsy lionel:leon lisa:liz lois:lou
lorelei:laurie/lori/lorrie loretta:lorie/lorrie lorraine:lorie/lorrie lotta:lottie lou:lu louis:louie
louisa:lois louise:lois louvinia:vina/viney/vonnie/wyncha lucias:luke lucille:lou lucinda:cindy/lou
lucretia:creasey luella:lula lunetta:nettie luther:luke lydia:lyddy lyndon:lindy/lynn mac:mc mack:mac/mc
mackenzie:kenzy maddison:maddie madeline:lena/maddi/maddie/maddy/madge/madie/magda/maggie/maud
madelyn:maddy/madie madison:maddy/mattie maegen:meg magdalena:maggie magdelina:lena/madge/magda/maggie
mahala:hallie malachi:mally malcolm:mac malinda:lindy manda:mandy manerva:eve/nervie manola:nonnie
manuel:manny marcus:mark
margaret:daisy/greta/gretta/madge/maggie/maggy/marge/margery/margie/margy/meg/midge/peg/peggy/rita
margaretta:daisy/gretta/madge/maggie/marge/margery/margie/meg/midge/peg/peggy/rita
margarita:daisy/greta/madge/maggie/maisie/marge/margo/meg/megan/metta/midge/peggie marge:margery
margie:marjorie marguerite:peggy marie:mae
marietta:mae/mamie/maria/mariah/marion/may/mercy/minnie/mitzi/mollie/molly/polly marjorie:margie/margy
marni:marnie marsha:marcie martha:marty/mat/mattie/patsy/patty martin:marty mary:mae/mamie/molly/polly
mat:mattie mathew:matt/maty mathilda:patty/tillie matilda:matty/maud/tilla/tilly
matthew:mattie/matty/thias/thys matthews:mattie/matty matthias:thys maud:middy maurice:morey mavine:mave
may:mae mckenna:ken/meaka mehitabel:hetty/hitty/mabel/mitty melanie:mellie melchizedek:dick/zadock
melinda:lindy/lynn/mindy melissa:milly/missy melody:lodi mercedes:merci/mercy/sadie micajah:cage
michael:micah/mick/mickey/micky/mike/mikey micheal:mike/mikey/miky
michelle:mickey/shelley/shellie/shelly/shely mick:micky miguel:miggy/mike mike:micky mikhail:mike/misha
mildred:milly millicent:milly/missy minerva:minnie miranda:mandy/randi/randy miriam:mimi/mitzie
mitzi:mittie/mitty mitzie:mittie/mitty monet:nettie monica:monnie montesque:monty montgomery:gum/monty
morris:morey myrtle:mert nadine:nada nancy:ann/nanny naomi:omi napoleon:nappy natalie:natty/nettie
nathan:nate nathaniel:nate/natty/than nelle:nelly nicholas:claas/claes/nick/nickie/nicky/nico
nicholette:cole/nickey/nicki/nicky/nicole/nikki nicodemus:nick/nickie/nicky nicolas:nick/nickie/nicky
nicole:nicky/nole nikolas:claes/nic/nick/nickie/nicky/nico nora:nonie norbert:norby nowell:noel
obadiah:dyer/obed/obie obediah:obie obedience:beda/beedy/biddie octavia:tave odell:odo
olive:nollie/ollie oliver:ollie olivia:nollie/ollie
onicyphorous:cy/cyphorus/one/osaforum/osaforus/syphorous orilla:ora/rilly ossy:ozzy oswald:ossy/ozzy
otis:ode/ote parmelia:amelia/milly parthenia:parsuny/pasoonie/phenie/teeny patience:patty
patricia:patsy/patti/patty/trish/trisha patrick:paddy/pate/patsy/peter patsy:patty paul:polly
paula:polly paulina:polly pauline:polly pelegrine:perry penelope:penny percival:percy peregrine:perry
permelia:mellie/melly/milly pernetta:nettie persephone:seph/sephy peter:pete petronella:nellie
pheriba:ferbie philander:fie philetus:leet philinda:lindy/lynn philip:pip philipina:penie/phoebe/pip
phillip:pip phoebe:fifi pinckney:pink pleasant:ples pocahontas:pokey posthuma:humey prescott:scotty
priscilla:cissy/prissy providence:provy prudence:prudy/prue rachel:shelly randall:randy
randolf:dolph/randy randolph:randy raphael:ralph rebecca:beck/becky/bex/reba regina:reggie
reginald:naldo/reggie/renny reuben:rube rhoda:rodie rhyna:rhynie ricardo:rick/ricky
richard:dick/dickie/dicky/richie/rick/ricky rick:ricky robert:bill/billy/bob/bobby/dob/hob/robby
roberta:bert/bertie/birdie/birtie/bobbie/robbie/roby roderick:rickie/roddy rodger:bobby/roge
roger:bobby/rod roland:lanny/rolly ron:ronnie/ronny ronald:ronnie/ronny rosabel:belle/rose/roz
rosabella:belle/rose/roz rosaenn:ann rosaenna:ann rosalinda:rose/roz rosalyn:linda/rose/roz roscoe:ross
rose:rosie roseann:ann/rosie/roz roseanna:ann/rosie/roz roseanne:ann rosemary:rosemarie/rosey
roxane:roxie roxanna:ann/rose/roxie roxanne:ann/rose/roxie rudolph:rolf/rudy
rudolphus:dolph/olph/rolf/rudy russell:rusty salome:loomie salvador:sally sam:sammy samantha:sammy
sampson:sammy samson:sammy samuel:sammy samyra:sammy sandra:sandy sanford:sandy sarah:sadie/sally
sarilla:silla savannah:anna/vannie scott:scottie/scotty sebastian:sebby seymour:morey/see shaina:shay
sharon:shay sheldon:shelly shelton:shelly/tony sheridan:dan/danny sheryl:cherie/sherry
shirley:lee/sherry sibbilla:sibbie/sybill sidney:syd sigfired:sid sigfrid:sid silence:liley
silvester:sly/syl/vest simeon:sion smith:smitty socrates:crate solomon:sal/saul/solly/zolly
sondra:dre/sonnie sophia:sophie sophronia:frona/fronia/sophia stacey:stacie/stacy stacie:stacey/stacy
stephan:steve stephanie:annie/steffi/steffie/stephany/stephie/stevie stephen:steve steven:steve/stevie
sue:susie sullivan:sully/van susan:sue/sukey/susie/suzie susannah:hannah/sue/sukey/susie susanne:sue
susie:suzie suzanne:sue/suki/susie sybill:sibbie sydney:sid sylvanus:sly sylvester:si/sly/vessie/vet
tabitha:tabby tamarra:tammy tammie:tami/tammy tammy:tammie tanafra:tanny tasha:tashie ted:teddy
temperance:tempy terence:terry teresa:terry/tess/tessie terri:terrie/terry theodore:ted/teddy
theophilus:ophi theresa:terry/tess/tessa/tessie/traci/tracie/tracy thom:tom/tommy thomas:tom/tommy
tiffany:tiffy tilford:tillie tim:timmy timothy:timmy tobias:toby tom:tommy tony:anthony
tranquilla:trannie trix:trixie ulrich:uli ulrike:uli unice:nicie ursula:sulie valentina:felty/vallie
valentine:felty valeri:valerie vandalia:vannie vanessa:vanna vernisee:nicey
veronica:franky/frony/ron/ronie/ronna/ronnie/ronny/vonnie vic:vickie/vicky vicki:vickie/vicky
victoria:tori/torie/torri/torrie/tory/vicki/vickie/vicky vincent:vic/vinnie/vinny
vincenzo:vic/vinnie/vinny vinson:vinnie/vinny viola:ola violetta:lettie
virginia:ginger/ginny/jane/jennie/virgy vladimir:vova volodymyr:vova waldo:ossy/ozzy wallace:wally
walter:wally webster:webb westley:farmboy wilber:bert/will wilbur:will/willie/willy wilda:willie
wilfred:will/willie wilhelm:willie wilhelmina:minnie/willie/wilma will:willie
william:bela/bell/bill/billy/willie/willy willie:fred willis:bill/willy wilson:will/willie/willy
winfield:winny winifred:freddie/winnet/winnie winnifred:freddie/freddy/winnie/winny woodrow:drew/woody
yeona:ona/onie yulan:lan zach:zak zachariah:zachy/zack/zak/zakk/zeke zachary:zachy/zack/zak/zakk/zeke
zachery:zachy/zack/zak/zakk/zeke zack:zak zedediah:dyer
"""
"""Each name with its short forms: `rebecca:becky/bex`."""

_MORE_SHORT_FORMS = (
    "antonio:toño alexandre:alex francesca:fran martina:tina matthias:matt/matze josé:pepe/zé "
    "jesús:chus/chuy katharina:kate elizabeth:lizbeth isabella:izzy vladimir:volodya jackson:jack "
    "aleksandr:sasha wilhelm:willi hanneke:hanna guillermo:memo giuseppe:beppe/pino katarzyna:kasia/kaśka "
    "małgorzata:gosia agnieszka:aga joanna:asia krzysztof:krzysiek tomasz:tomek andrzej:andrzejek "
    "stanisław:staszek ekaterina:katya/katia yekaterina:katya anastasia:nastya/asya natalia:natasha "
    "tatiana:tanya maria:masha nikolai:kolya nikolay:kolya aleksei:alyosha sergei:seryozha ivan:vanya "
    "pavel:pasha evgeny:zhenya evgenia:zhenya mykola:kolya giovanni:gianni/vanni lorenzo:renzo luigi:gigi "
    "alessandro:sandro vincenzo:enzo francesco:franco eduardo:lalo enrique:quique/kike rosario:charo "
    "pilar:pili concepción:concha mercedes:merche consuelo:chelo luis:lucho roberto:beto alberto:beto "
    "friedrich:fritz heinrich:heinz/heiner elisabeth:lisa/elsa margarete:grete gabriele:gabi cornelis:kees "
    "hendrik:henk jacobus:koos wilhelmina:mina muhammad:mo mohammed:hamada"
)
"""Short forms of other languages, which the table of English ones does not have (ours)."""


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Return the short forms of each folded first name."""
    forms: dict[str, frozenset[str]] = {}
    for entry in f"{_SHORT_FORMS} {_MORE_SHORT_FORMS}".split():
        name, _, short = entry.partition(":")
        forms[name] = forms.get(name, frozenset()) | frozenset(short.split("/"))
    return forms


@cache
def first_names() -> frozenset[str]:
    """Return the folded first names of the table of short forms: a word of it is a name of its own."""
    forms = short_forms()
    return frozenset(forms) | frozenset(short for group in forms.values() for short in group)
